{{- define "zielwerk.pod" -}}
metadata:
  labels:
    {{- include "zielwerk.labels" . | nindent 4 }}
  annotations:
    # Other settings are other pods.
    checksum/config: {{ include (print $.Template.BasePath "/configmap.yaml") . | sha256sum }}
spec:
  serviceAccountName: {{ .Values.service }}
  automountServiceAccountToken: false
  enableServiceLinks: false
  # The service answers what it has accepted and ends within 10 seconds.
  terminationGracePeriodSeconds: 20
  securityContext:
    runAsNonRoot: true
    runAsUser: 1000
    runAsGroup: 1000
    fsGroup: 1000
    fsGroupChangePolicy: OnRootMismatch
    seccompProfile:
      type: RuntimeDefault
  {{- with .Values.imagePullSecrets }}
  imagePullSecrets:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  containers:
    - name: service
      image: {{ include "zielwerk.image" . }}
      imagePullPolicy: {{ .Values.image.pullPolicy }}
      securityContext:
        allowPrivilegeEscalation: false
        readOnlyRootFilesystem: true
        capabilities:
          drop: [ALL]
      ports:
        - name: http
          containerPort: 4000
        - name: operator
          containerPort: 9464
      envFrom:
        - configMapRef:
            name: {{ .Values.service }}
      env:
        {{- range $variable, $_ := .Values.secretFiles }}
        - name: {{ $variable }}_FILE
          value: /run/secrets/zielwerk/{{ $variable }}
        {{- end }}
        {{- range $variable, $_ := .Values.files }}
        - name: {{ $variable }}
          value: /run/secrets/zielwerk/{{ $variable }}
        {{- end }}
        - name: NODE_ENV
          value: production
      lifecycle:
        preStop:
          # Until nobody sends requests here any more.
          sleep:
            seconds: 5
      startupProbe:
        httpGet: { path: /health/live, port: operator }
        periodSeconds: 2
        timeoutSeconds: 2
        failureThreshold: 60
      readinessProbe:
        httpGet: { path: /health/ready, port: operator }
        periodSeconds: 5
        timeoutSeconds: 3
        failureThreshold: 2
      livenessProbe:
        httpGet: { path: /health/live, port: operator }
        periodSeconds: 10
        timeoutSeconds: 5
        failureThreshold: 6
      resources:
        {{- toYaml .Values.resources | nindent 8 }}
      volumeMounts:
        - name: data
          mountPath: /data
        - name: tmp
          mountPath: /tmp
        - name: secrets
          mountPath: /run/secrets/zielwerk
          readOnly: true
  volumes:
    - name: tmp
      emptyDir: {}
    {{- if not .Values.persistence.enabled }}
    - name: data
      emptyDir: {}
    {{- end }}
    - name: secrets
      projected:
        defaultMode: 0440
        sources:
          {{- range $variable, $from := merge (dict) .Values.secretFiles .Values.files }}
          {{- if $from.secret }}
          - secret:
              name: {{ $from.secret }}
              items: [{ key: {{ $from.key | quote }}, path: {{ $variable }} }]
          {{- else }}
          - configMap:
              name: {{ $from.configMap }}
              items: [{ key: {{ $from.key | quote }}, path: {{ $variable }} }]
          {{- end }}
          {{- else }}
          []
          {{- end }}
  {{- with .Values.nodeSelector }}
  nodeSelector:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with .Values.tolerations }}
  tolerations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with .Values.affinity }}
  affinity:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end }}
