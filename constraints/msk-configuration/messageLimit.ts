/** The smallest limit of a message, in bytes, that holds every message of AWS IoT (MSK-CONF-10). */
export const SMALLEST_MESSAGE_LIMIT = 200_000;
