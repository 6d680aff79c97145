// Everybody wants one article: RATE buyers per second (300) for DURATION (1m), STOCK pieces (1000). Most place an order; some
// reserve first and buy or give back. Nothing may be oversold, and at the end nothing may be left over.
import { check } from 'k6';
import { arrivals, between, option, order, request, suite, summary } from './lib.js';
import { openShops, patiently, stock, verifyShops } from './shops.js';

const rate = option('RATE', 300);
const received = option('STOCK', 1000);

export const options = suite({
  scenarios: {
    load: arrivals(rate, { duration: option('DURATION', '1m') }),
  },
  thresholds: {
    'broken{scenario:load}': ['rate==0'],
    checks: ['rate==1'],
  },
  perCall: ['place', 'reserve', 'release', 'commit'],
});

export function setup() {
  return openShops({ tenants: ['flash-sale'], skus: 1, quantity: received, orders: 0 });
}

export default function ({ shops }) {
  const shop = shops[0];
  const sku = shop.skus[0];
  if (Math.random() < 0.7) {
    const lines = [{ sku, quantity: between(1, 2), unitPrice: '99.00' }];
    request(shop, 'place', 'POST', '/orders', { body: order(lines) });
    return;
  }
  const path = `/inventory/${sku}/main/reservations`;
  const reserved = request(shop, 'reserve', 'POST', path, { body: { quantity: between(1, 2) }, text: true });
  if (reserved.status === 201) {
    const end = Math.random() < 0.7 ? 'commit' : 'release';
    request(shop, end, 'POST', `${path}/${reserved.json('reservationId')}/${end}`);
  }
}

export function teardown(data) {
  verifyShops(data);
  const shop = data.shops[0];
  const sku = shop.skus[0];
  const item = stock(shop, sku) || {};
  const ledger = ledgerOf(shop, sku);
  const promised = promisedToOrders(shop, sku);
  check(null, {
    'reserved and sold are at most what was received': () => item.reserved + ledger.sold <= ledger.received,
    'the item is the sum of its history': () =>
      ledger.received === received &&
      item.onHand === ledger.received - ledger.sold &&
      item.reserved === ledger.reserved - ledger.released - ledger.sold,
    'orders are promised what is reserved for them': () =>
      promised === ledger.reservedForOrders - ledger.releasedForOrders,
    'every order is decided': () => undecided(shop, sku) === 0,
    // Holds only when more was wanted than there was; the history tells it.
    'the last piece is taken': () => !ledger.scarce || item.available === 0,
  });
  console.log(
    `received ${ledger.received}, sold ${ledger.sold}, reserved ${item.reserved}, available ${item.available}, ` +
      `promised to orders ${promised}`,
  );
}

/** The sums of the item's events. */
function ledgerOf(shop, sku) {
  const sums = { received: 0, reserved: 0, released: 0, sold: 0, reservedForOrders: 0, releasedForOrders: 0 };
  const ofOrders = new Set();
  for (const { type, payload } of pages(shop, `/inventory/${sku}/main/events?limit=200`)) {
    if (type === 'StockReceived') {
      sums.received += payload.quantity;
    } else if (type === 'StockReserved') {
      sums.reserved += payload.quantity;
      if (String(payload.reference).startsWith('ord_')) {
        ofOrders.add(payload.reservationId);
        sums.reservedForOrders += payload.quantity;
      }
    } else if (type === 'ReservationReleased') {
      sums.released += payload.quantity;
      sums.releasedForOrders += ofOrders.has(payload.reservationId) ? payload.quantity : 0;
    } else if (type === 'ReservationCommitted') {
      sums.sold += payload.quantity;
    }
  }
  sums.scarce = patiently(shop, 'list-orders', '/orders?status=REJECTED&limit=1').json('items').length > 0;
  return sums;
}

function promisedToOrders(shop, sku) {
  let sum = 0;
  for (const { lines } of pages(shop, `/orders?status=CONFIRMED&sku=${sku}&limit=200`)) {
    sum += lines.reduce((total, line) => total + line.reserved, 0);
  }
  return sum;
}

function undecided(shop, sku) {
  return patiently(shop, 'list-orders', `/orders?status=PLACED&sku=${sku}&limit=200`).json('items').length;
}

function pages(shop, path) {
  const items = [];
  let cursor = '';
  do {
    const page = patiently(shop, 'page', path + cursor).json();
    items.push(...page.items);
    cursor = page.nextCursor ? `&cursor=${encodeURIComponent(page.nextCursor)}` : null;
  } while (cursor);
  return items;
}

export function handleSummary(data) {
  return summary(data);
}
