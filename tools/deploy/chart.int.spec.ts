import Ajv2020 from 'ajv/dist/2020';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { ROOT } from './testing/dockerfile';
import { describeWithHelm, lint, type Manifest, render } from './testing/helm';

const VALUES = 'deploy/helm/values';
const examples = readdirSync(join(ROOT, VALUES)).map((name) => `${VALUES}/${name}`);
const schema = JSON.parse(readFileSync(join(ROOT, 'deploy/schemas/kubernetes.json'), 'utf8')) as object;
const ajv = new Ajv2020({ strict: false, validateFormats: false, schemas: [schema] });

/** What Kubernetes would not accept, a field that it does not know among it. */
const objectionsTo = (manifest: Manifest): unknown => {
  const kind = `${manifest.apiVersion} ${manifest.kind}`.replaceAll('/', ' ');
  const accepts = ajv.getSchema(`kubernetes.json#/kinds/${encodeURIComponent(kind)}`);
  if (!accepts) return `There is no schema of ${kind}.`;
  return accepts(manifest) ? null : accepts.errors;
};

type Pod = Readonly<{ securityContext: object; containers: readonly Readonly<Record<string, unknown>>[] }>;
const workloadIn = (manifests: readonly Manifest[]) =>
  manifests.find(({ kind }) => kind === 'StatefulSet' || kind === 'Deployment');
const podIn = (manifests: readonly Manifest[]): Pod & Record<string, unknown> =>
  (workloadIn(manifests)?.spec?.template as { spec: Pod & Record<string, unknown> }).spec;
const policyIn = (manifests: readonly Manifest[]) => manifests.find(({ kind }) => kind === 'NetworkPolicy')?.spec;

describeWithHelm('the chart', () => {
  it.each(examples)('with %s is well made', (values) => expect(lint(values)).toContain('0 chart(s) failed'));

  it.each(examples)('with %s makes what Kubernetes accepts', (values) => {
    const manifests = render(values);
    expect(manifests.map(({ kind }) => kind).sort()).toEqual(
      [
        ...['ConfigMap', 'NetworkPolicy', 'PodDisruptionBudget', 'Service', 'Service', 'ServiceAccount'],
        values.includes('strategy') ? 'Deployment' : 'StatefulSet',
      ].sort(),
    );
    expect(manifests.map(objectionsTo)).toEqual(manifests.map(() => null));
  });

  it('sees a field that Kubernetes does not know', () => {
    const [policy] = render(`${VALUES}/ministry-mf.yaml`).filter(({ kind }) => kind === 'PodDisruptionBudget');
    const misspelt = { ...policy, spec: { ...policy?.spec, maxUnavailible: 1 } } as Manifest;
    expect(objectionsTo(misspelt)).toMatchObject([{ params: { additionalProperty: 'maxUnavailible' } }]);
  });

  it('lets the service do no more than it must', () => {
    const pod = podIn(render(`${VALUES}/ministry-mf.yaml`));
    expect(pod).toMatchObject({
      automountServiceAccountToken: false,
      securityContext: {
        runAsNonRoot: true,
        runAsUser: 1000,
        fsGroup: 1000,
        seccompProfile: { type: 'RuntimeDefault' },
      },
    });
    expect(pod.containers[0]?.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
  });

  it('asks the operator port whether the service lives and is ready', () => {
    const [service] = podIn(render(`${VALUES}/ministry-mf.yaml`)).containers;
    const asked = (probe: string) => (service?.[probe] as { httpGet: unknown }).httpGet;
    expect([asked('startupProbe'), asked('readinessProbe'), asked('livenessProbe')]).toEqual([
      { path: '/health/live', port: 'operator' },
      { path: '/health/ready', port: 'operator' },
      { path: '/health/live', port: 'operator' },
    ]);
  });

  it('hands secrets over as files, and nowhere else', () => {
    const manifests = render(`${VALUES}/ministry-mf.yaml`);
    const [service] = podIn(manifests).containers;
    expect(service?.env).toEqual([
      { name: 'ZIELWERK_EVENT_STORE_URL_FILE', value: '/run/secrets/zielwerk/ZIELWERK_EVENT_STORE_URL' },
      { name: 'ZIELWERK_KAFKA_PASSWORD_FILE', value: '/run/secrets/zielwerk/ZIELWERK_KAFKA_PASSWORD' },
      { name: 'ZIELWERK_DATABASE_CA', value: '/run/secrets/zielwerk/ZIELWERK_DATABASE_CA' },
      { name: 'ZIELWERK_KAFKA_CA', value: '/run/secrets/zielwerk/ZIELWERK_KAFKA_CA' },
      { name: 'NODE_ENV', value: 'production' },
    ]);
    const volumes = podIn(manifests).volumes as readonly {
      name: string;
      projected?: { sources: readonly unknown[] };
    }[];
    expect(volumes.find(({ name }) => name === 'secrets')?.projected?.sources).toContainEqual({
      secret: { name: 'mf-event-store', items: [{ key: 'url', path: 'ZIELWERK_EVENT_STORE_URL' }] },
    });
  });

  it('lets in and out only what is named, and names of hosts', () => {
    const closed = ['networkPolicy.clients=null', 'networkPolicy.monitoring=null', 'networkPolicy.egress=null'];
    const policy = policyIn(render(`${VALUES}/ministry-mf.yaml`, ...closed));
    expect(policy).toMatchObject({ policyTypes: ['Ingress', 'Egress'], ingress: [] });
    expect((policy?.egress as readonly unknown[]).length).toBe(1);
    const ports = (
      policyIn(render(`${VALUES}/ministry-mf.yaml`))?.egress as readonly { ports: { port: number }[] }[]
    ).map((rule) => rule.ports.map(({ port }) => port));
    expect(ports).toEqual([[53, 53], [9092], [5432], [443]]);
  });

  it('keeps the data folder where a service has one, and takes over by turns where it has none', () => {
    expect(workloadIn(render(`${VALUES}/ministry-mi.yaml`))?.spec).toMatchObject({
      volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: { accessModes: ['ReadWriteOnce'] } }],
    });
    const strategy = (...set: readonly string[]) => workloadIn(render(`${VALUES}/strategy-service.yaml`, ...set))?.spec;
    expect(strategy()?.strategy).toEqual({ type: 'RollingUpdate' });
    expect(strategy('replicas=1')?.strategy).toEqual({ type: 'Recreate' });
  });

  it('is found by the operator of Prometheus where there is one', () => {
    const monitored = render(
      `${VALUES}/ministry-mf.yaml`,
      'monitoring.serviceMonitor=true',
      'monitoring.annotations=false',
    );
    expect(monitored.find(({ kind }) => kind === 'ServiceMonitor')?.spec?.endpoints).toEqual([
      { port: 'operator', path: '/metrics', interval: '15s' },
    ]);
    const services = monitored.filter(({ kind }) => kind === 'Service');
    expect(services.map(({ metadata }) => metadata.annotations)).toEqual([undefined, undefined]);
  });

  it.each([
    ['service=mf', 'service'],
    ['image.tag=latest', 'tag'],
    ['config.ZIELWERK_KAFKA_PASSWORD=secret', 'config'],
    ['config.ZIELWERK_EVENT_STORE_URL=postgres://mf:secret@postgres', 'config'],
    ['config.ZIELWERK_PORT=80', 'config'],
    ['relpicas=2', 'relpicas'],
  ])('refuses %s', (setting, named) => expect(() => render(`${VALUES}/ministry-mf.yaml`, setting)).toThrow(named));
});
