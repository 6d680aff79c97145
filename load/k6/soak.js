// Does it age? RATE requests per second (500) for DURATION (2h). The run is cut into WINDOWS (24); what grows from window to
// window more than noise explains fails: p99, lag of the read models, heap after collection. Orders end here as they do in a shop:
// what is promised for ever has to be remembered for ever.
import http from 'k6/http';
import exec from 'k6/execution';
import { sleep } from 'k6';
import { Counter, Trend } from 'k6/metrics';
import { arrivals, base, calls, option, seconds, suite, summary } from './lib.js';
import { mixed } from './mix.js';
import { judge } from './slope.js';

export { setup, teardown } from './usual.js';

const rate = option('RATE', 500);
const duration = seconds(option('DURATION', '2h'));
const windows = option('WINDOWS', 24);
const names = Array.from({ length: windows }, (_, i) => String(i).padStart(2, '0'));

const lag = new Trend('lag_millis');
const looks = new Counter('lag_looks');
const heap = new Trend('heap_after_collection_bytes');

let collections; // of the only user of `watch`: whole collections so far

const kept = {};
for (const name of names) {
  kept[`http_req_duration{window:${name}}`] = [];
  kept[`lag_millis{window:${name}}`] = [];
  kept[`lag_looks{window:${name}}`] = [];
  kept[`heap_after_collection_bytes{window:${name}}`] = [];
}

export const options = suite({
  scenarios: {
    load: arrivals(rate, { duration: `${duration}s` }),
    metrics: { executor: 'constant-vus', exec: 'watch', vus: 1, duration: `${duration}s` },
  },
  thresholds: Object.assign(kept, {
    'errors{scenario:load}': ['rate<0.001'],
    checks: ['rate==1'],
  }),
  perCall: [...calls, 'ship', 'cancel'],
});

function now() {
  const elapsed = (Date.now() - exec.scenario.startTime) / 1000;
  return names[Math.min(windows - 1, Math.floor((elapsed / duration) * windows))];
}

export default function (data) {
  mixed(data, { window: now() }, { ends: true });
}

/** Looks at the metrics, twenty times a window and at most once a second. */
export function watch() {
  const tags = { window: now() };
  const answer = http.get(`${base}/actuator/prometheus`, { tags: { name: 'metrics' }, responseType: 'text' });
  if (answer.status === 200) {
    const behind = samples(answer.body, 'daybook_projection_lag_millis');
    if (behind.length > 0) {
      lag.add(Math.max(...behind), tags);
      looks.add(1, tags);
    }
    // What survived a whole collection, once for each: a figure that stays because there was none says nothing.
    const counts = samples(answer.body, 'jvm_gc_pause_seconds_count{action="end of major GC"');
    const total = counts.reduce((sum, count) => sum + count, 0);
    const live = samples(answer.body, 'jvm_gc_live_data_size_bytes');
    if (live.length > 0 && collections !== undefined && total > collections) {
      heap.add(live[0], tags);
    }
    collections = total;
  }
  sleep(Math.max(1, duration / windows / 20));
}

function samples(text, metric) {
  return text
    .split('\n')
    .filter((line) => line.startsWith(metric))
    .map((line) => Number(line.slice(line.lastIndexOf(' ') + 1)));
}

export function handleSummary(data) {
  const values = (metric, name) => (data.metrics[`${metric}{window:${name}}`] || { values: {} }).values;
  // k6 keeps zeros for a window without a sample. No answer takes no time and no heap is empty, but a lag may be zero.
  const sampled = (metric, name) =>
    metric === 'lag_millis' ? values('lag_looks', name).count > 0 : values(metric, name).max > 0;
  const series = (metric, statistic) =>
    names.map((name) => (sampled(metric, name) ? values(metric, name)[statistic] : undefined));
  const requests = Math.floor((rate * duration) / windows);
  return summary(data, [
    judge('p99 is flat', series('http_req_duration', 'p(99)'), {
      unit: 'ms',
      noise: 10,
      doubt: requests < 1000 && `of ${requests} requests a window, p99 is little more than the slowest`,
    }),
    judge('lag of the read models is flat', series('lag_millis', 'avg'), { unit: 'ms', noise: 20 }),
    judge('heap after collection is flat', series('heap_after_collection_bytes', 'med').map((it) => it && it / 1048576), {
      unit: 'MiB',
      noise: 8,
    }),
  ]);
}
