// People, not requests: VUS (1000) of them arrive within RAMP (30s), look around, think, order, and come back to see how their order
// does, for DURATION (3m). THINK (3) is how many seconds they think on average.
import { check, sleep } from 'k6';
import { Rate, Trend } from 'k6/metrics';
import { between, cart, option, pick, place, popular, request, seconds, suite, summary } from './lib.js';

export { setup, teardown } from './usual.js';

const vus = option('VUS', 1000);
const ramp = seconds(option('RAMP', '30s'));
const think = option('THINK', 3);
const decided = new Rate('decided_when_looked_at');
const decision = new Trend('order_decision', true);

export const options = suite({
  scenarios: {
    load: {
      executor: 'ramping-vus',
      startVUs: 0,
      stages: [
        { target: vus, duration: `${ramp}s` },
        { target: vus, duration: option('DURATION', '3m') },
      ],
      gracefulRampDown: '10s',
      gracefulStop: '10s',
    },
  },
  thresholds: {
    'http_req_duration{scenario:load}': ['p(95)<200', 'p(99)<500'],
    'errors{scenario:load}': ['rate<0.001'],
    decided_when_looked_at: ['rate>0.99'],
    checks: ['rate==1'],
  },
  perCall: ['list-stock', 'get-stock', 'place', 'get-order', 'list-orders'],
});

function pause() {
  sleep(think * (0.5 + Math.random()));
}

export default function ({ shops }) {
  const shop = pick(shops);
  const customerId = `customer-${__VU}`;
  // Nobody starts on the same second.
  if (__ITER === 0) {
    sleep(Math.random() * think);
  }
  request(shop, 'list-stock', 'GET', '/inventory?limit=20');
  pause();
  for (let looks = between(1, 4); looks > 0; looks -= 1) {
    request(shop, 'get-stock', 'GET', `/inventory/${popular(shop.skus)}/main`);
    pause();
  }
  if (Math.random() < 0.6) {
    buy(shop, customerId);
  } else {
    request(shop, 'list-orders', 'GET', `/orders?customerId=${customerId}&limit=20`);
    pause();
  }
}

function buy(shop, customerId) {
  const placed = place(shop, cart(shop.skus), { customerId });
  if (placed.status !== 201) {
    pause();
    return;
  }
  const headers = { 'Consistency-Token': placed.headers['Consistency-Token'], Prefer: 'wait=5' };
  pause();
  const path = `/orders/${placed.json('orderId')}`;
  const seen = request(shop, 'get-order', 'GET', path, { headers, text: true });
  if (seen.status === 200) {
    const settled = seen.json('status') !== 'PLACED';
    decided.add(settled);
    if (settled) {
      decision.add(Date.parse(seen.json('updatedAt')) - Date.parse(seen.json('placedAt')));
    }
    check(seen, { 'one sees the order one placed': (it) => it.json('customerId') === customerId });
  }
  pause();
  request(shop, 'list-orders', 'GET', `/orders?customerId=${customerId}&limit=20`, { headers });
  pause();
}

export function handleSummary(data) {
  return summary(data);
}
