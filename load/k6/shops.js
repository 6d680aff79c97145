// The shops that a suite runs against: opened with stock and orders before it, looked over after it.
import { check, fail, sleep } from 'k6';
import { cart, option, place, receive, request, token } from './lib.js';

/** Registers articles of this run, receives stock of each, places a few orders, and waits until they can be read. */
export function openShops({ tenants, skus, quantity, orders }) {
  const run = Date.now().toString(36);
  const names = Array.isArray(tenants) ? tenants : Array.from({ length: tenants }, (_, i) => `load-${i + 1}`);
  const shops = names.map((name) => {
    const shop = { name, token: token(name), skus: [], orders: [] };
    for (let i = 1; i <= skus; i += 1) {
      const sku = `K6-${run}-${String(i).padStart(3, '0')}`;
      insist(receive(shop, sku, quantity, { text: true }));
      shop.skus.push(sku);
    }
    let last = '';
    for (let i = 0; i < orders; i += 1) {
      const placed = insist(place(shop, cart(shop.skus)));
      shop.orders.push(placed.json('orderId'));
      last = placed.headers['Consistency-Token'];
    }
    if (last) {
      insist(request(shop, 'list-orders', 'GET', '/orders?limit=1', {
        headers: { 'Consistency-Token': last, Prefer: 'wait=30' },
        text: true,
      }));
    }
    return shop;
  });
  return { shops, quantity };
}

function insist(answer) {
  if (answer.status < 200 || answer.status > 299) {
    fail(`preparation was refused: ${answer.status} ${answer.body}`);
  }
  return answer;
}

/** After the run: the read models catch up, no event was given up, no stock is below its limit. */
export function verifyShops({ shops }, patience = option('CATCH_UP_SECONDS', 120)) {
  check(caughtUp(shops[0], patience), {
    'read models catch up': (models) => models !== null,
    'no event was given up': (models) => models !== null && models.every((model) => model.deadLetters === 0),
  });
  for (const shop of shops) {
    for (const sku of shop.skus) {
      const item = stock(shop, sku);
      check(item, {
        'no stock below its limit': (it) =>
          it !== null && it.onHand >= 0 && it.reserved >= 0 && it.available >= 0 && it.reserved <= it.onHand,
      });
    }
  }
}

/** The item, or nothing when it cannot be read. After a storm the first answers may still be 503. */
export function stock(shop, sku) {
  const answer = patiently(shop, 'get-stock', `/inventory/${sku}/main`);
  return answer.status === 200 ? answer.json() : null;
}

/** A read that is repeated while the answer is to come back later. */
export function patiently(shop, call, path) {
  let answer = null;
  for (let attempt = 0; attempt < 10; attempt += 1) {
    answer = request(shop, call, 'GET', path, { text: true });
    if (answer.status !== 429 && answer.status !== 503) {
      break;
    }
    sleep(Number(answer.headers['Retry-After'] || 1));
  }
  return answer;
}

/** Polls until processes and projections are done. Processes write new events, so it has to be quiet for two looks. */
function caughtUp(shop, patience) {
  const deadline = Date.now() + patience * 1000;
  let head = -1;
  while (Date.now() < deadline) {
    const answer = patiently(shop, 'projections', '/projections');
    if (answer.status === 200) {
      const models = answer.json('items');
      if (models.every((model) => model.lagEvents === 0 && model.head === head)) {
        return models;
      }
      head = models[0].head;
    }
    sleep(1);
  }
  return null;
}
