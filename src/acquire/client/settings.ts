import { z } from 'zod';

const seconds = z.number().positive().max(86_400);
const count = z.int().positive();

/** `fetch:` of pipeline.yaml: how a publishing site is asked. */
export const fetchSchema = z.strictObject({
  /** The file of marks of answers that are no documents, beside the pipeline. */
  answers: z.string(),
  /** The program's name in User-Agent, and the one that robots.txt may name. */
  agent: z.string().regex(/^[A-Za-z][A-Za-z_-]*$/),
  /** An address or e-mail of whoever runs the program: stands in User-Agent. */
  contact: z.string().regex(/^[\x21-\x7e]+$/),
  /** Hosts that are asked at the same time; each by one connection. */
  hosts_at_once: count.max(64),
  /** Between the end of an answer and the next request to that host, at least. */
  pause_seconds: z.number().nonnegative().max(3600),
  /** The pause is so many times what the host's last answer took to begin, where that is more. */
  pause_times_answer: z.number().nonnegative().max(100),
  /** A pause does not grow beyond this; a Crawl-delay does. */
  longest_pause_seconds: seconds,
  /** A host whose robots.txt asks for a longer Crawl-delay is left alone. */
  longest_crawl_delay_seconds: seconds,
  /** A host whose Retry-After asks for more is left for this run. */
  longest_wait_seconds: seconds,
  /** Requests for one address where what came may pass (reset, timeout, 429, 502, 503, 504), the first included. */
  tries: count.max(20),
  /** The first wait before another try; each further one doubles, all with chance in them. */
  backoff_seconds: seconds,
  /** No byte for so long ends an answer. */
  idle_seconds: seconds,
  /** One answer, from the request to its last byte. */
  total_seconds: seconds,
  /** One answer, as sent and as unpacked. */
  megabytes: z.number().positive().max(2000),
  header_kilobytes: z.number().positive().max(1024),
  redirects: z.int().nonnegative().max(20),
  requests_per_host: count,
  requests_per_host_day: count,
  requests: count,
  /** A host that fails so many requests in a row is left for this run. */
  failures_in_a_row: count,
});

export type FetchSettings = z.infer<typeof fetchSchema>;
