{{- /* SPDX-License-Identifier: EUPL-1.2 */ -}}
{{- /* Wat regied en het bijwerken van de opslag delen: rechten, omgeving en bestanden. */ -}}
{{- define "regie.container" -}}
{{- $w := .alles.Values -}}
{{- $pg := $w.opslag.postgresql -}}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities: { drop: [ALL] }
resources: {{- toYaml $w.resources | nindent 2 }}
env:
  - { name: REGIE_CONFIG, value: /etc/regie/regie.yaml }
  - { name: CREDENTIALS_DIRECTORY, value: /run/regie/sleutels }
  - { name: REGIE_BEHEER_POORT, value: "8081" }
  {{- if $w.beheer.secret }}
  - { name: REGIE_BEHEER_NAAM, value: {{ $w.beheer.naam | quote }} }
  - { name: REGIE_BEHEER_TLS, value: /run/regie/beheer }
  {{- end }}
  {{- if eq $w.opslag.kind "postgresql" }}
  - name: REGIE_DATABASE_URL
    valueFrom:
      secretKeyRef:
        name: {{ $pg.secret }}
        key: {{ $pg.sleutel }}
  {{- if .eigenaar }}
  {{- /* Ook hier staat de rol van regied in REGIE_DATABASE_URL: zij krijgt haar rechten van de eigenaar. */}}
  - name: REGIE_MIGRATIE_URL
    valueFrom:
      secretKeyRef:
        name: {{ $pg.eigenaarSecret | default $pg.secret }}
        key: {{ if $pg.eigenaarSecret }}{{ $pg.eigenaarSleutel }}{{ else }}{{ $pg.sleutel }}{{ end }}
  {{- end }}
  {{- end }}
volumeMounts:
  - { name: config, mountPath: /etc/regie, readOnly: true }
  - { name: sleutels, mountPath: /run/regie/sleutels, readOnly: true }
  - { name: tls, mountPath: /run/regie/tls, readOnly: true }
  {{- if $w.beheer.secret }}
  - { name: beheer, mountPath: /run/regie/beheer, readOnly: true }
  {{- end }}
  {{- if and (eq $w.opslag.kind "postgresql") $pg.caSecret }}
  - { name: database-ca, mountPath: /run/regie/database-ca, readOnly: true }
  {{- end }}
  - { name: tmp, mountPath: /tmp }
  {{- if eq $w.opslag.kind "sqlite" }}
  - { name: opslag, mountPath: /var/lib/regie }
  {{- end }}
  {{- if $w.logboek.register }}
  - { name: logboek, mountPath: /var/log/regie }
  {{- end }}
{{- end }}
