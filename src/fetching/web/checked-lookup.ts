import { type LookupAddress, lookup } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import { AppError } from "../../errors.ts";
import { isPublicAddress } from "./public-address.ts";

/**
 * Looks names up for a connection, which then goes to the very address that was checked: a name cannot be a public address when it
 * is checked and a private one when it is used.
 */
export const checkedLookup: LookupFunction = (name, options, callback) => {
  lookup(name, { ...options, all: true }, (error, addresses) => {
    const [first] = addresses ?? [];
    if (error !== null || first === undefined) {
      callback(error ?? new Error(`${name} has no address`), "", 0);
      return;
    }
    const refused = addresses.find(({ address }) => !isPublicAddress(address));
    if (refused !== undefined) callback(privateAddress(name, refused.address), "", 0);
    else if (options.all === true) callback(null, addresses);
    else callback(null, first.address, first.family);
  });
};

/**
 * Refuses an address that is written as numbers, for which no name is looked up.
 * @throws AppError `fetch-refused`
 */
export function refusePrivateNumber(url: URL): void {
  const number = numberOf(url);
  if (number !== undefined && !isPublicAddress(number)) throw privateAddress(url.hostname, number);
}

/** The addresses of a computer, all of them public. @throws AppError `fetch-refused`, `fetch-failed` */
export async function publicAddressesOf(url: URL): Promise<readonly LookupAddress[]> {
  refusePrivateNumber(url);
  const number = numberOf(url);
  if (number !== undefined) return [{ address: number, family: isIP(number) }];
  return new Promise((resolve, reject) => {
    checkedLookup(url.hostname, { all: true }, (error, addresses) => {
      if (error === null && Array.isArray(addresses)) resolve(addresses);
      else reject(error instanceof AppError ? error : unknownName(url, error));
    });
  });
}

function unknownName(url: URL, cause: unknown): AppError {
  return new AppError("fetch-failed", `${url.hostname} cannot be found.`, "Check its spelling and the network.", {
    cause,
  });
}

function numberOf(url: URL): string | undefined {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  return isIP(host) === 0 ? undefined : host;
}

function privateAddress(name: string, address: string): AppError {
  return new AppError(
    "fetch-refused",
    `${name} is no address of the public internet${name === address ? "" : ` (${address})`}.`,
    `Where it is meant: --allow-private ${name}`,
  );
}
