// What a suite of ordinary traffic does before and after: the same shops in all of them, so that their figures can be compared.
import { option } from './lib.js';
import { openShops, verifyShops } from './shops.js';

export function setup() {
  return openShops({
    tenants: option('TENANTS', 4),
    skus: option('SKUS', 50),
    quantity: option('STOCK', 1000000),
    orders: option('ORDERS', 25),
  });
}

export function teardown(data) {
  verifyShops(data);
}
