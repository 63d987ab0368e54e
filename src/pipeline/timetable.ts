import { Cron } from 'croner';
import { z } from 'zod';
import { StopRun } from '../model/errors.js';

/** When a pipeline is run again and again. */
export const scheduleSchema = z.strictObject({
  /** Five or six fields, as cron has them. */
  cron: z.string(),
  /** By its name in the IANA database. */
  time_zone: z.string(),
});

export type ScheduleSettings = z.infer<typeof scheduleSchema>;

/** The times of a cron line, one after the other. */
export class Timetable {
  readonly #cron: Cron;

  /** @throws StopRun (exit code 1) where the line or the time zone is none */
  constructor({ cron, time_zone }: ScheduleSettings) {
    try {
      this.#cron = new Cron(cron, { timezone: time_zone, paused: true });
      this.after(new Date(0));
    } catch (error) {
      throw new StopRun(1, `“${cron}” in the time zone “${time_zone}” is no time: ${(error as Error).message}`, 'Correct schedule.cron and schedule.time_zone in pipeline.yaml, such as "10 3 * * *" and Asia/Shanghai.');
    }
  }

  /** The first time after a moment; null where there is none. */
  after(moment: Date): Date | null {
    return this.#cron.nextRun(moment);
  }
}
