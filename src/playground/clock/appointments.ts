/** Something to be done at a time. */
export interface Appointment {
  /** UTC ms. */
  at: number;
  action: () => void;
}

/** What is to be done, by time; in the order in which it was added when the time is the same. */
export class Appointments {
  readonly #waiting = new Set<Appointment>();

  add(at: number, action: () => void): Appointment {
    const appointment = { at, action };
    this.#waiting.add(appointment);
    return appointment;
  }

  /** False when it has been done or cancelled already. */
  remove(appointment: Appointment): boolean {
    return this.#waiting.delete(appointment);
  }

  /** The earliest that is due by `limit` (UTC ms). */
  nextDue(limit: number): Appointment | undefined {
    let earliest: Appointment | undefined;
    for (const appointment of this.#waiting) {
      if (appointment.at <= limit && appointment.at < (earliest?.at ?? Number.POSITIVE_INFINITY)) {
        earliest = appointment;
      }
    }
    return earliest;
  }

  get count(): number {
    return this.#waiting.size;
  }
}
