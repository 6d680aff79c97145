// An ordinary busy day: RATE requests per second (1000) for DURATION (2m) after WARMUP (2m), four reads to one write.
import { arrivals, option, seconds, suite, summary } from './lib.js';
import { mixed } from './mix.js';

export { setup, teardown } from './usual.js';

const rate = option('RATE', 1000);
const warmup = seconds(option('WARMUP', '2m'));
const duration = seconds(option('DURATION', '2m'));

export const options = suite({
  scenarios: {
    // A server that has just started runs interpreted code; the figures are about one that has been up for a while.
    ...(warmup > 0 && {
      warmup: arrivals(rate, {
        startRate: Math.ceil(rate / 10),
        stages: [{ target: rate, duration: `${warmup}s` }],
        gracefulStop: '0s',
      }),
    }),
    load: arrivals(rate, { startTime: `${warmup}s`, duration: `${duration}s` }),
  },
  thresholds: {
    'http_req_duration{scenario:load}': ['p(95)<100', 'p(99)<200'],
    'errors{scenario:load}': ['rate<0.001'],
    // Requests that k6 could not send make the figures look better than they are: so many count as errors would.
    'dropped_iterations{scenario:load}': [`count<${Math.ceil(rate * duration * 0.001)}`],
    checks: ['rate==1'],
  },
});

export default function (data) {
  mixed(data);
}

export function handleSummary(data) {
  return summary(data);
}
