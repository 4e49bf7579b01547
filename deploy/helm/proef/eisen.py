# SPDX-License-Identifier: EUPL-1.2
"""What every rendered chart must have: eisen.py FILE… Ends with 1 and what is wrong."""

import sys

import yaml

# The API of each kind that both Kubernetes 1.25 and the newest have; what is not known is not held to a schema.
APIS = {
    "ConfigMap": "v1",
    "Service": "v1",
    "PersistentVolumeClaim": "v1",
    "Deployment": "apps/v1",
    "PodDisruptionBudget": "policy/v1",
    "NetworkPolicy": "networking.k8s.io/v1",
}
bad = []


def check(good, file, what):
    if not good:
        bad.append(f"test-helm: {file.rsplit('/', 1)[-1]}: {what}")


def pod(file, spec, secrets):
    own = spec["securityContext"]
    check(own.get("runAsNonRoot") is True and own["runAsUser"] >= 10000, file, "draait als root of als bekend nummer")
    check(own["seccompProfile"]["type"] == "RuntimeDefault", file, "geen seccomp")
    check(spec["automountServiceAccountToken"] is False, file, "heeft een token voor de API van Kubernetes")
    check(spec["terminationGracePeriodSeconds"] > 40, file, "krijgt niet de 40 s die regied lopend werk gunt")
    volumes = {v["name"]: v for v in spec["volumes"]}
    for container in spec["initContainers"] + spec["containers"]:
        name, context = container["name"], container["securityContext"]
        check(context["readOnlyRootFilesystem"] is True, file, f"{name}: schijf is te beschrijven")
        check(context["allowPrivilegeEscalation"] is False, file, f"{name}: mag meer rechten krijgen")
        check(context["capabilities"]["drop"] == ["ALL"], file, f"{name}: houdt rechten")
        check({"cpu", "memory"} <= set(container["resources"]["requests"]), file, f"{name}: vraagt geen middelen")
        check("memory" in container["resources"]["limits"], file, f"{name}: geheugen zonder grens")
        mounted = [m["name"] for m in container["volumeMounts"]]
        check(set(mounted) <= set(volumes), file, f"{name}: onbekend volume")
        for entry in container["env"]:
            geheim = "DATABASE" in entry["name"]
            check(not geheim or "secretKeyRef" in entry.get("valueFrom", {}), file, f"{entry['name']} staat open en bloot")
            if geheim:
                secrets.add(entry["valueFrom"]["secretKeyRef"]["name"])
    regied = spec["containers"][0]
    for probe, path in (("startupProbe", "live"), ("livenessProbe", "live"), ("readinessProbe", "ready")):
        check(regied[probe]["exec"]["command"] == ["/usr/lib/regie/gezondheid", path], file, f"{probe} vraagt niet {path}")
        check(regied[probe]["timeoutSeconds"] > 1, file, f"{probe} gunt te weinig tijd")


def chart(file):
    things = {}
    for thing in yaml.safe_load_all(open(file)):
        check(thing["kind"] not in things, file, f"twee keer {thing['kind']}")
        check(APIS.get(thing["kind"]) == thing["apiVersion"], file, f"{thing['apiVersion']} {thing['kind']} is onbekend")
        things[thing["kind"]] = thing
    check("Secret" not in things, file, "maakt zelf een Secret")
    deployment, policy = things["Deployment"]["spec"], things["NetworkPolicy"]["spec"]
    labels, secrets = deployment["template"]["metadata"]["labels"], set()
    pod(file, deployment["template"]["spec"], secrets)
    for kind, keys in (("Service", ("selector",)), ("NetworkPolicy", ("podSelector", "matchLabels"))):
        selector = things[kind]["spec"]
        for key in keys:
            selector = selector[key]
        check(selector.items() <= labels.items(), file, f"{kind} wijst de pods niet aan")
    check(set(policy["policyTypes"]) == {"Ingress", "Egress"}, file, "NetworkPolicy laat een richting vrij")
    for rule in policy["ingress"]:
        check(rule.get("from"), file, "NetworkPolicy laat iedereen binnen")
    for rule in policy["egress"]:
        check(rule.get("to") and rule.get("ports"), file, "NetworkPolicy laat overal heen")

    config = yaml.safe_load(things["ConfigMap"]["data"]["regie.yaml"])
    check(config["listen"]["tls"], file, "luistert zonder TLS")
    check(config.get("keys") == "systemd", file, "sleutels komen niet uit de Secret")
    beheer = config["beheer"]
    check(beheer.get("tls") or beheer["address"] == "127.0.0.1", file, "beheer is zonder TLS van buiten te bereiken")
    if config["storage"]["kind"] == "sqlite":
        check(deployment["replicas"] == 1, file, "meer dan één regied op SQLite")
        check(deployment["strategy"]["type"] == "Recreate", file, "twee tegelijk tijdens bijwerken")
        check("PodDisruptionBudget" not in things, file, "een budget van één pod houdt onderhoud tegen")
        check(things["PersistentVolumeClaim"]["metadata"]["annotations"]["helm.sh/resource-policy"] == "keep", file, "gegevens gaan mee weg")
    else:
        check(config["storage"]["url"] == "env:REGIE_DATABASE_URL", file, "het wachtwoord staat in de configuratie")
        check(len(secrets) == 2, file, "regied werkt als eigenaar van het schema")
        budget = things["PodDisruptionBudget"]["spec"]
        check(budget["maxUnavailable"] < deployment["replicas"], file, "alle pods tegelijk weg")
        check("PersistentVolumeClaim" not in things, file, "een volume dat niemand nodig heeft")


for path in sys.argv[1:]:
    chart(path)
print("\n".join(bad), file=sys.stderr, end="\n" if bad else "")
sys.exit(1 if bad else 0)
