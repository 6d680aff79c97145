// More than can be done: up to RATE requests per second (5000) within RAMP (2m), kept for HOLD (1m), and down again.
// Slower answers and 429 or 503 are allowed; wrong answers, other errors and lost connections are not.
import { openShops, option, seconds, suite, summary, users, verifyShops } from './lib.js';
import { mixed } from './mix.js';

const rate = option('RATE', 5000);
const ramp = seconds(option('RAMP', '2m'));

export const options = suite({
  scenarios: {
    load: {
      executor: 'ramping-arrival-rate',
      startRate: Math.ceil(rate / 50),
      stages: [
        { target: rate, duration: `${ramp}s` },
        { target: rate, duration: option('HOLD', '1m') },
        { target: 0, duration: `${Math.ceil(ramp / 6)}s` },
      ],
      ...users(rate),
    },
  },
  thresholds: {
    'broken{scenario:load}': ['rate==0'],
    checks: ['rate==1'],
  },
});

export function setup() {
  return openShops({
    tenants: option('TENANTS', 4),
    skus: option('SKUS', 50),
    quantity: option('STOCK', 1000000),
    orders: option('ORDERS', 25),
  });
}

export default function (data) {
  mixed(data);
}

export function teardown(data) {
  verifyShops(data);
}

export function handleSummary(data) {
  return summary(data);
}
