import { z } from 'zod';

/** Shape of every identifier of ours (RFC 9562, any version). */
export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export const isUuid = (text: string): boolean => UUID.test(text);

/** An id as somebody gives it, in an address or a body: however its letters are written, it is the one we know it by. */
export const givenId = z.uuid().toLowerCase();
