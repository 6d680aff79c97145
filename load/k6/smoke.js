// A short look at a running instance: receive stock, place orders, wait until each is confirmed.
//
//   ./daybook start
//   k6 run load/k6/smoke.js
//
// BASE_URL (default http://localhost:8080), TOKEN (default: one of the demo client), VUS (5), DURATION (20s).
import { check, sleep } from 'k6';
import { Counter, Trend } from 'k6/metrics';
import { option, place, price, request, suite, summary } from './lib.js';
import { openShops } from './shops.js';

const confirmationTime = new Trend('order_confirmation', true);
const confirmed = new Counter('orders_confirmed');

export const options = suite({
  scenarios: {
    load: { executor: 'constant-vus', vus: option('VUS', 5), duration: option('DURATION', '20s') },
  },
  thresholds: {
    checks: ['rate==1'],
    http_req_failed: ['rate<0.01'],
    'http_req_duration{call:place,scenario:load}': ['p(95)<250'],
    order_confirmation: ['p(95)<2000'],
    orders_confirmed: ['count>0'],
  },
  perCall: ['place', 'get-order'],
});

export function setup() {
  return openShops({ tenants: ['demo'], skus: 1, quantity: 1000000, orders: 0 });
}

export default function ({ shops }) {
  const shop = shops[0];
  const [sku] = shop.skus;
  const startedAt = Date.now();
  const lines = [{ sku, quantity: 1 + (__ITER % 3), unitPrice: price(sku) }];
  const placed = place(shop, lines, { customerId: `k6-${__VU}` });
  if (!check(placed, { 'order is placed': (answer) => answer.status === 201 })) {
    return;
  }
  const status = decision(shop, placed.json('orderId'), placed.headers['Consistency-Token']);
  if (check(status, { 'order is confirmed': (value) => value === 'CONFIRMED' })) {
    confirmationTime.add(Date.now() - startedAt);
    confirmed.add(1);
  }
}

/** Polls until the order is confirmed or rejected; gives up after ten seconds. */
function decision(shop, orderId, consistency) {
  const deadline = Date.now() + 10000;
  const headers = { 'Consistency-Token': consistency, Prefer: 'wait=5' };
  let status = 'PLACED';
  while (status === 'PLACED' && Date.now() < deadline) {
    const order = request(shop, 'get-order', 'GET', `/orders/${orderId}`, { headers, text: true });
    status = order.status === 200 ? order.json('status') : `HTTP ${order.status}`;
    if (status === 'PLACED') {
      sleep(0.05);
    }
  }
  return status;
}

export function handleSummary(data) {
  return summary(data);
}
