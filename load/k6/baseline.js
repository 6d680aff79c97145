// An ordinary busy day: RATE requests per second (1000) for DURATION (2m) after WARMUP (30s), four reads to one write.
import { openShops, option, seconds, suite, summary, users, verifyShops } from './lib.js';
import { mixed } from './mix.js';

const rate = option('RATE', 1000);
const warmup = seconds(option('WARMUP', '30s'));

export const options = suite({
  scenarios: {
    // A server that has just started runs interpreted code; the figures are about one that has been up for a while.
    ...(warmup > 0 && {
      warmup: {
        executor: 'ramping-arrival-rate',
        startRate: Math.ceil(rate / 10),
        stages: [{ target: rate, duration: `${warmup}s` }],
        gracefulStop: '0s',
        ...users(rate),
      },
    }),
    load: {
      executor: 'constant-arrival-rate',
      startTime: `${warmup}s`,
      rate,
      duration: option('DURATION', '2m'),
      ...users(rate),
    },
  },
  thresholds: {
    'http_req_duration{scenario:load}': ['p(95)<100', 'p(99)<200'],
    'errors{scenario:load}': ['rate<0.001'],
    // Requests that k6 could not send would make the figures look better than they are.
    'dropped_iterations{scenario:load}': ['count<1'],
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
