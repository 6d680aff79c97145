// The mix of a shop's traffic: four reads to one write, one request per iteration.
import { between, cart, option, order, pick, popular, receive, request } from './lib.js';

// Of this virtual user: reservations it holds, orders it placed.
const held = [];
const placed = [];
const reads = option('READS', 80);
const restSeconds = 5; // an order rests before it is ended, so that it is confirmed

/** With `ends`, orders end some seconds after they were placed: half of the writes, as long as there are any. */
export function mixed({ shops }, tags, { ends = false } = {}) {
  const shop = pick(shops);
  if (Math.random() * 100 < reads) {
    read(shop, tags);
  } else if (ends && Math.random() < 0.5 && placed.length > 0 && Date.now() - placed[0].at > restSeconds * 1000) {
    end(placed.shift(), tags);
  } else {
    write(shop, tags);
  }
}

/** Four in five are shipped, the others cancelled. */
function end({ shop, orderId, lines }, tags) {
  if (Math.random() < 0.8) {
    const body = { lines: lines.map(({ quantity }, i) => ({ lineId: String(i + 1), quantity })) };
    request(shop, 'ship', 'POST', `/orders/${orderId}/shipments`, { body, tags });
  } else {
    request(shop, 'cancel', 'POST', `/orders/${orderId}/cancel`, { body: { reason: 'changed my mind' }, tags });
  }
}

function read(shop, tags) {
  const draw = Math.random();
  if (draw < 0.45) {
    // One's own newest order is the likeliest to be looked at, and it says what it depends on.
    const own = placed.length > 0 && Math.random() < 0.3 ? pick(placed) : null;
    const to = own || { shop, orderId: pick(shop.orders), headers: {} };
    request(to.shop, 'get-order', 'GET', `/orders/${to.orderId}`, { headers: to.headers, tags });
  } else if (draw < 0.65) {
    const filter = Math.random() < 0.5 ? `customerId=customer-${between(1, 5000)}&` : '';
    request(shop, 'list-orders', 'GET', `/orders?${filter}limit=20`, { tags });
  } else if (draw < 0.9) {
    request(shop, 'get-stock', 'GET', `/inventory/${popular(shop.skus)}/main`, { tags });
  } else {
    request(shop, 'list-stock', 'GET', '/inventory?limit=20', { tags });
  }
}

function write(shop, tags) {
  const draw = Math.random();
  if (draw < 0.5) {
    const lines = cart(shop.skus);
    const answer = request(shop, 'place', 'POST', '/orders', { body: order(lines), text: true, tags });
    if (answer.status === 201) {
      const headers = { 'Consistency-Token': answer.headers['Consistency-Token'], Prefer: 'wait=5' };
      placed.push({ shop, orderId: answer.json('orderId'), headers, lines, at: Date.now() });
      if (placed.length > 10) {
        placed.shift();
      }
    }
  } else if (draw < 0.7) {
    receive(shop, popular(shop.skus), between(1, 50), { tags });
  } else if (held.length === 0) {
    const path = `/inventory/${popular(shop.skus)}/main/reservations`;
    const answer = request(shop, 'reserve', 'POST', path, { body: { quantity: between(1, 5) }, text: true, tags });
    if (answer.status === 201) {
      held.push({ shop, path: `${path}/${answer.json('reservationId')}/release` });
    }
  } else {
    const reservation = held.pop();
    request(reservation.shop, 'release', 'POST', reservation.path, { tags });
  }
}
