import { metricsAnswer } from '@/lib/metrics/endpoint';

export const dynamic = 'force-dynamic';

/** Counters of this process in Prometheus's text format, behind METRICS_TOKEN. */
export const GET = (request: Request) => metricsAnswer(request);
