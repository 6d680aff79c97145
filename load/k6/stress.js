// More than can be done: up to RATE requests per second (5000) within RAMP (2m), kept for HOLD (1m), and down again.
// Slower answers and 429 or 503 are allowed; wrong answers, other errors and lost connections are not.
import { arrivals, option, seconds, suite, summary } from './lib.js';
import { mixed } from './mix.js';

export { setup, teardown } from './usual.js';

const rate = option('RATE', 5000);
const ramp = seconds(option('RAMP', '2m'));

export const options = suite({
  scenarios: {
    load: arrivals(rate, {
      startRate: Math.ceil(rate / 50),
      stages: [
        { target: rate, duration: `${ramp}s` },
        { target: rate, duration: option('HOLD', '1m') },
        { target: 0, duration: `${Math.ceil(ramp / 6)}s` },
      ],
    }),
  },
  thresholds: {
    'broken{scenario:load}': ['rate==0'],
    checks: ['rate==1'],
  },
});

export default function (data) {
  mixed(data);
}

export function handleSummary(data) {
  return summary(data);
}
