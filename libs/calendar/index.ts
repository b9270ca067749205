export { addDays, addWorkingDays, isLocalDate, localDateOf, startOf, type LocalDate } from './civil-dates.js';
