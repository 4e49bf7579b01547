{{- /* SPDX-License-Identifier: EUPL-1.2 */ -}}
{{- define "regie.naam" -}}
{{- /* Een StatefulSet geeft zijn pods het label NAAM-HASH, van hoogstens 63 tekens. */ -}}
{{- printf "%s-regie" .Release.Name | trunc (ternary 52 63 (not (empty .Values.logboek.register))) | trimSuffix "-" -}}
{{- end }}

{{- define "regie.keuze" -}}
app.kubernetes.io/name: regie
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "regie.labels" -}}
{{ include "regie.keuze" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- end }}

{{- define "regie.image" -}}
{{- if .Values.image.digest -}}
{{ .Values.image.repository }}@{{ .Values.image.digest }}
{{- else -}}
{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}
{{- end -}}
{{- end }}

{{- /* Op SQLite is één regied de enige; een tweede zou bij het starten stoppen met opslag-bezet. */ -}}
{{- define "regie.bewaak" -}}
{{- if not (has .Values.opslag.kind (list "sqlite" "postgresql")) -}}
{{- fail "opslag.kind is sqlite of postgresql" -}}
{{- end -}}
{{- if and (eq .Values.opslag.kind "sqlite") (ne (int .Values.replicas) 1) -}}
{{- fail "op SQLite kan er maar één regied zijn: zet replicas op 1, of opslag.kind op postgresql" -}}
{{- end -}}
{{- if not .Values.config.gemeenten -}}
{{- fail "config.gemeenten is leeg" -}}
{{- end -}}
{{- if and .Values.beheer.secret (not .Values.beheer.naam) -}}
{{- fail "beheer.naam ontbreekt: de naam waarop het certificaat in beheer.secret staat" -}}
{{- end -}}
{{- if hasKey .Values.config "logboek" -}}
{{- fail "zet het logboek in 'logboek', niet in config.logboek: het heeft een schijf nodig" -}}
{{- end -}}
{{- end }}

{{- define "regie.config" -}}
{{- $opslag := dict "kind" "sqlite" "path" "/var/lib/regie/data" -}}
{{- if eq .Values.opslag.kind "postgresql" -}}
{{- $opslag = dict "kind" "postgresql" "url" "env:REGIE_DATABASE_URL" "migratieUrl" "env:REGIE_MIGRATIE_URL" -}}
{{- end -}}
{{- $tls := dict "certificate" "/run/regie/tls/tls.crt" "key" "/run/regie/tls/tls.key" "ca" "/run/regie/tls/ca.crt" -}}
{{- $beheer := dict "address" "127.0.0.1" "port" 8081 -}}
{{- if .Values.beheer.secret -}}
{{- $eigen := dict "certificate" "/run/regie/beheer/tls.crt" "key" "/run/regie/beheer/tls.key" "ca" "/run/regie/beheer/ca.crt" -}}
{{- $beheer = dict "address" "0.0.0.0" "port" 8081 "tls" $eigen -}}
{{- end -}}
{{- $vast := dict "storage" $opslag "keys" "systemd" "listen" (dict "address" "0.0.0.0" "port" 8443 "tls" $tls) "beheer" $beheer -}}
{{- if .Values.logboek.register -}}
{{- $logboek := dict "map" "/var/log/regie/logboek" "register" .Values.logboek.register -}}
{{- if .Values.logboek.bewaarDagen -}}
{{- $logboek = merge $logboek (dict "bewaarDagen" (int .Values.logboek.bewaarDagen)) -}}
{{- end -}}
{{- $vast = merge $vast (dict "logboek" $logboek) -}}
{{- end -}}
{{- toYaml (merge $vast .Values.config) -}}
{{- end }}
