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
    "StatefulSet": "apps/v1",
    "PodDisruptionBudget": "policy/v1",
    "NetworkPolicy": "networking.k8s.io/v1",
}
bad = []


def check(good, file, what):
    if not good:
        bad.append(f"test-helm: {file.rsplit('/', 1)[-1]}: {what}")


def pod(file, spec, secrets, claims):
    own = spec["securityContext"]
    check(own.get("runAsNonRoot") is True and own["runAsUser"] >= 10000, file, "draait als root of als bekend nummer")
    check(own["seccompProfile"]["type"] == "RuntimeDefault", file, "geen seccomp")
    check(spec["automountServiceAccountToken"] is False, file, "heeft een token voor de API van Kubernetes")
    check(spec["terminationGracePeriodSeconds"] > 40, file, "krijgt niet de 40 s die regied lopend werk gunt")
    # With the default (Always) the kubelet makes the log files 0660 at each mount.
    check(own.get("fsGroupChangePolicy") == "OnRootMismatch", file, "de rechten van het logboek gaan bij elke mount open")
    volumes = {v["name"]: v for v in spec["volumes"]} | {name: None for name in claims}
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
            geheim = entry["name"] in ("REGIE_DATABASE_URL", "REGIE_MIGRATIE_URL")
            check(not geheim or "secretKeyRef" in entry.get("valueFrom", {}), file, f"{entry['name']} staat open en bloot")
            if geheim:
                secrets[name, entry["name"]] = entry["valueFrom"]["secretKeyRef"]["name"]
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
    kept = "StatefulSet" in things
    if kept:
        # A pod carries NAME-HASH (ten characters, and the hyphen) as a label, of which the value is at most 63 long.
        check(len(things["StatefulSet"]["metadata"]["name"]) <= 52, file, "de naam van de StatefulSet is te lang")
    check(len({thing["metadata"]["name"] for thing in things.values()}) == 1, file, "niet alles heet hetzelfde")
    check(kept != ("Deployment" in things), file, "geen of twee soorten regied")
    deployment, policy = things["StatefulSet" if kept else "Deployment"]["spec"], things["NetworkPolicy"]["spec"]
    labels, secrets = deployment["template"]["metadata"]["labels"], {}
    claims = {c["metadata"]["name"]: c["spec"] for c in deployment.get("volumeClaimTemplates", [])}
    pod(file, deployment["template"]["spec"], secrets, claims)
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
        # A StatefulSet never has two pods of one name.
        check(kept or deployment["strategy"]["type"] == "Recreate", file, "twee tegelijk tijdens bijwerken")
        check("PodDisruptionBudget" not in things, file, "een budget van één pod houdt onderhoud tegen")
        check(things["PersistentVolumeClaim"]["metadata"]["annotations"]["helm.sh/resource-policy"] == "keep", file, "gegevens gaan mee weg")
    else:
        check(config["storage"]["url"] == "env:REGIE_DATABASE_URL", file, "het wachtwoord staat in de configuratie")
        check(config["storage"].get("migratieUrl") == "env:REGIE_MIGRATIE_URL", file, "migratieUrl staat niet in de configuratie")
        # `regie migrate` gives the role of REGIE_DATABASE_URL its rights: in both containers that is the application's.
        app, owner = secrets.get(("regied", "REGIE_DATABASE_URL")), secrets.get(("migreer", "REGIE_MIGRATIE_URL"))
        check(app and app == secrets.get(("migreer", "REGIE_DATABASE_URL")), file, "de rol van regied krijgt geen rechten")
        check(owner == ("regie-eigenaar" if "een_rol" not in file else app), file, "migreer werkt niet als eigenaar")
        check(("regied", "REGIE_MIGRATIE_URL") not in secrets, file, "regied kent de eigenaar van het schema")
        budget = things["PodDisruptionBudget"]["spec"]
        check(budget["maxUnavailable"] < deployment["replicas"], file, "alle pods tegelijk weg")
        check("PersistentVolumeClaim" not in things, file, "een volume dat niemand nodig heeft")
    logboek(file, config, deployment, claims)


def logboek(file, config, deployment, claims):
    """A log needs a disk that each pod has for itself and keeps: without one regied takes in nothing."""
    log = config.get("logboek")
    check((log is not None) == ("logboek" in file), file, "logboek staat er niet, of ongevraagd")
    check((log is not None) == ("logboek" in claims), file, "logboek zonder eigen schijf, of een schijf zonder logboek")
    if log is None or "logboek" not in claims:
        return
    check(log["register"].startswith("https://") and log["bewaarDagen"] == 5000, file, "register of bewaarDagen komt niet aan")
    claim = claims["logboek"]
    check(claim["accessModes"] == ["ReadWriteOnce"], file, "pods delen de schijf van het logboek")
    check(claim["storageClassName"] == "snel" and claim["resources"]["requests"]["storage"], file, "soort of omvang komt niet aan")
    check("persistentVolumeClaimRetentionPolicy" not in deployment, file, "het logboek gaat mee weg")
    spec = deployment["template"]["spec"]
    for container in spec["initContainers"] + spec["containers"]:
        at = [m["mountPath"] for m in container["volumeMounts"] if m["name"] == "logboek" and not m.get("readOnly")]
        # Below the mount: Regie makes that folder, for nobody but its own account.
        check(at and log["map"].startswith(at[0] + "/"), file, f"{container['name']}: logboek is niet te beschrijven")


for path in sys.argv[1:]:
    chart(path)
print("\n".join(bad), file=sys.stderr, end="\n" if bad else "")
sys.exit(1 if bad else 0)
