/** What this process counts, by name and meaning. Labels take few values each: never an id, an address or anything that somebody typed. */
const COUNTERS = {
  latchkey_graph_calls_total: 'Calls to Graph by method and HTTP status (0: no answer). Parts of a $batch count as one.',
  latchkey_failures_total: 'Failures answered by actions and route handlers, by kind.',
  latchkey_submissions_total: 'Writes to Graph that came to an end, by type and outcome; an unknown one found later is counted again as sent.',
} as const;

const HISTOGRAMS = { latchkey_graph_seconds: 'Time that Graph took to answer, by method.' } as const;

const BUCKETS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

type Labels = Readonly<Record<string, string | number>>;

interface Histogram {
  /** Observations up to each bound, and beyond the last. */
  counts: number[];
  sum: number;
}

interface Registry {
  counters: Map<string, Map<string, number>>;
  histograms: Map<string, Map<string, Histogram>>;
}

// Next loads this module once per bundle; what is counted belongs to the process.
const holder = globalThis as { latchkeyMetrics?: Registry };
const registry: Registry = (holder.latchkeyMetrics ??= { counters: new Map(), histograms: new Map() });

/** Adds one. */
export function count(name: keyof typeof COUNTERS, labels: Labels): void {
  const series = seriesOf(registry.counters, name);
  const key = written(labels);
  series.set(key, (series.get(key) ?? 0) + 1);
}

/** Notes how long something took. */
export function observe(name: keyof typeof HISTOGRAMS, labels: Labels, seconds: number): void {
  const series = seriesOf(registry.histograms, name);
  const key = written(labels);
  const histogram = series.get(key) ?? { counts: [...BUCKETS, Infinity].map(() => 0), sum: 0 };
  const index = BUCKETS.findIndex((bound) => seconds <= bound);
  const at = index === -1 ? BUCKETS.length : index;
  histogram.counts[at] = (histogram.counts[at] ?? 0) + 1;
  histogram.sum += seconds;
  series.set(key, histogram);
}

/** Everything counted so far in Prometheus's text format 0.0.4. */
export function exposition(): string {
  const lines = [
    ...Object.entries(COUNTERS).flatMap(([name, help]) => [
      ...heading(name, help, 'counter'),
      ...[...seriesOf(registry.counters, name)].map(([labels, value]) => sample(name, labels, value)),
    ]),
    ...Object.entries(HISTOGRAMS).flatMap(([name, help]) => [
      ...heading(name, help, 'histogram'),
      ...[...seriesOf(registry.histograms, name)].flatMap(([labels, histogram]) => distribution(name, labels, histogram)),
    ]),
    ...processLines(),
  ];
  return `${lines.join('\n')}\n`;
}

function processLines(): string[] {
  const { user, system } = process.cpuUsage();
  const started = Date.now() / 1000 - process.uptime();
  return [
    ...heading('process_cpu_seconds_total', 'CPU time spent.', 'counter'),
    sample('process_cpu_seconds_total', '', (user + system) / 1e6),
    ...heading('process_resident_memory_bytes', 'Resident memory.', 'gauge'),
    sample('process_resident_memory_bytes', '', process.memoryUsage.rss()),
    ...heading('process_start_time_seconds', 'Start of the process since the epoch.', 'gauge'),
    sample('process_start_time_seconds', '', Math.round(started)),
  ];
}

function distribution(name: string, labels: string, { counts, sum }: Histogram): string[] {
  let total = 0;
  const buckets = [...BUCKETS, Infinity].map((bound, index) => {
    total += counts[index] ?? 0;
    const le = `le="${bound === Infinity ? '+Inf' : bound}"`;
    return sample(`${name}_bucket`, labels === '' ? le : `${labels},${le}`, total);
  });
  return [...buckets, sample(`${name}_sum`, labels, sum), sample(`${name}_count`, labels, total)];
}

function heading(name: string, help: string, type: string): string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`];
}

function sample(name: string, labels: string, value: number): string {
  return labels === '' ? `${name} ${value}` : `${name}{${labels}} ${value}`;
}

function written(labels: Labels): string {
  return Object.entries(labels)
    .map(([name, value]) => `${name}="${String(value).replace(/[\\"\n]/g, '_')}"`)
    .join(',');
}

function seriesOf<T>(all: Map<string, Map<string, T>>, name: string): Map<string, T> {
  let series = all.get(name);
  if (!series) all.set(name, (series = new Map<string, T>()));
  return series;
}
