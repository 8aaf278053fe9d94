/** Stands in the built documents where each answer's own nonce goes. */
export const nonceSlot = '__NONCE__'
