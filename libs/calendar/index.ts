export { addDays, addWorkingDays, DAY_MS, isLocalDate, localDateOf, startOf, type LocalDate } from './civil-dates.js';
