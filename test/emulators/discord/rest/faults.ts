/** Faults that a test orders for REST: failures, lost answers, hung requests, delays. */

export interface Where {
  readonly method?: string
  /** Part of the route, as Discord writes it: `/messages`, `/members/{user_id}`. */
  readonly route?: string
}

export interface Fault extends Where {
  /** Answer with this status; for `hang`, never answer. */
  readonly status: number | 'hang'
  readonly times: number
  /** The request is carried out all the same, and only its answer is lost. */
  readonly performed?: boolean
  /** Seconds, for 429. */
  readonly retryAfter?: number
  readonly global?: boolean
}

export class Faults {
  #orders: { fault: Fault; left: number }[] = []
  /** Milliseconds that every answer takes longer. */
  delayMs = 0
  /** How many requests met a fault. */
  injected = 0

  order(fault: Fault): void {
    this.#orders.push({ fault, left: fault.times })
  }

  clear(): void {
    this.#orders = []
    this.delayMs = 0
  }

  /** The fault that this request meets, if any; it is used up by it. */
  meet(method: string, route: string): Fault | undefined {
    const order = this.#orders.find(
      ({ fault }) => (!fault.method || fault.method === method) && (!fault.route || route.includes(fault.route)),
    )
    if (!order) return undefined
    order.left -= 1
    if (order.left <= 0) this.#orders = this.#orders.filter((other) => other !== order)
    this.injected += 1
    return order.fault
  }
}
