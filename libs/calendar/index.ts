export { addDays, isLocalDate, localDateOf, startOf, type LocalDate } from './civil-dates.js';
