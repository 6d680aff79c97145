// A short look at a running instance: receive stock, place orders, wait until each is confirmed.
//
//   ./daybook start
//   k6 run load/k6/smoke.js
//
// BASE_URL (default http://localhost:8080), TOKEN (default: one of the demo client), VUS (5), DURATION (20s).
import http from 'k6/http';
import { check, fail, sleep } from 'k6';
import { Counter, Trend } from 'k6/metrics';
import encoding from 'k6/encoding';

const base = __ENV.BASE_URL || 'http://localhost:8080';
const sku = 'K6-SMOKE';
const confirmationTime = new Trend('order_confirmation', true);
const confirmed = new Counter('orders_confirmed');

export const options = {
  vus: Number(__ENV.VUS || 5),
  duration: __ENV.DURATION || '20s',
  thresholds: {
    checks: ['rate==1'],
    http_req_failed: ['rate<0.01'],
    'http_req_duration{call:place}': ['p(95)<250'],
    order_confirmation: ['p(95)<2000'],
    orders_confirmed: ['count>0'],
  },
};

function demoToken() {
  const answer = http.post(
    `${base}/oauth2/token`,
    { grant_type: 'client_credentials', tenant: 'demo' },
    { headers: { Authorization: `Basic ${encoding.b64encode('demo:demo-secret')}` } },
  );
  if (answer.status !== 200) {
    fail(`no demo token: ${answer.status} ${answer.body}`);
  }
  return answer.json('access_token');
}

function parameters(token, call, more) {
  return {
    headers: Object.assign({ Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' }, more),
    tags: { call },
  };
}

function key() {
  return `k6-${__VU}-${__ITER}-${Date.now()}-${Math.random().toString(36).slice(2)}`;
}

export function setup() {
  const token = __ENV.TOKEN || demoToken();
  const answer = http.post(
    `${base}/api/v1/inventory/${sku}/main/receive`,
    JSON.stringify({ quantity: 1000000, reference: 'k6 smoke' }),
    parameters(token, 'receive', { 'Idempotency-Key': key() }),
  );
  if (answer.status !== 200 && answer.status !== 201) {
    fail(`no stock: ${answer.status} ${answer.body}`);
  }
  return { token };
}

export default function ({ token }) {
  const startedAt = Date.now();
  const placed = http.post(
    `${base}/api/v1/orders`,
    JSON.stringify({
      customerId: `k6-${__VU}`,
      currency: 'EUR',
      lines: [{ sku, quantity: 1 + (__ITER % 3), unitPrice: '19.90' }],
      shippingFee: '4.90',
      payment: { method: 'sandbox', token: 'tok_approve' },
    }),
    parameters(token, 'place', { 'Idempotency-Key': key() }),
  );
  if (!check(placed, { 'order is placed': (answer) => answer.status === 201 })) {
    return;
  }
  const status = decision(token, placed.json('orderId'), placed.headers['Consistency-Token']);
  if (check(status, { 'order is confirmed': (value) => value === 'CONFIRMED' })) {
    confirmationTime.add(Date.now() - startedAt);
    confirmed.add(1);
  }
}

/** Polls until the order is confirmed or rejected; gives up after ten seconds. */
function decision(token, orderId, consistency) {
  const deadline = Date.now() + 10000;
  let status = 'PLACED';
  while (status === 'PLACED' && Date.now() < deadline) {
    const order = http.get(
      `${base}/api/v1/orders/${orderId}`,
      Object.assign(parameters(token, 'get', { 'Consistency-Token': consistency, Prefer: 'wait=5' }), {
        tags: { call: 'get', name: 'GET /orders/{orderId}' },
      }),
    );
    status = order.status === 200 ? order.json('status') : `HTTP ${order.status}`;
    if (status === 'PLACED') {
      sleep(0.05);
    }
  }
  return status;
}
