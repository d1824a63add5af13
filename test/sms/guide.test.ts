import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'dotenv';
import { readSettings } from '../../src/app/settings.ts';
import { smsGatewayIn } from '../../src/app/sms-settings.ts';
import { outcomeOf } from '../../src/channels/sms/answer.ts';
import { readNotification } from '../../src/channels/sms/notification.ts';
import { readForm } from '../../src/channels/sms/read-form.ts';
import { allowedBy } from '../../src/channels/sms/signature.ts';

const GUIDE = readFileSync(new URL('../../docs/sms.md', import.meta.url), 'utf8');
const NOW = Date.UTC(2026, 10, 22, 12);
const FILLING = {
  ...{ to: '+22370000001', to_digits: '22370000001', from: '36000', text: 'Aw ni ce & "ɛ"' },
  ...{ id: 'm1', part: '1', parts: '1', coding: '2' },
};

function described(name: string) {
  const [, written = ''] = new RegExp(`\`\`\`dotenv ${name}\\n([^]*?)\`\`\``).exec(GUIDE) ?? [];
  const settings = parse(written);
  expect(Object.keys(settings).length).toBeGreaterThan(4);
  const gateway = smsGatewayIn(readSettings(settings))!;
  const read = (body: unknown) => readNotification(body, gateway.notification, gateway.country);
  return { gateway, request: gateway.request.fill(FILLING), read, settings };
}
const clock = { now: () => NOW };
const basic = (password: string) => ({
  authorization: `Basic ${Buffer.from(`benkan:${password}`).toString('base64')}`,
});

describe('C15: the gateways described in docs/sms.md', () => {
  it('Kannel (User Guide 1.5): sendsms, its answers, its calls', () => {
    const { gateway, request, read, settings } = described('kannel');
    const sent = new URL(`${gateway.request.origin}${request.path}`);
    expect(request.method).toBe('GET');
    expect(Object.fromEntries(sent.searchParams)).toMatchObject({
      ...{ username: 'benkan', from: '36000', to: FILLING.to, text: FILLING.text, charset: 'UTF-8' },
      ...{ coding: '2', 'dlr-mask': '19' },
    });
    const report = new URL(sent.searchParams.get('dlr-url') ?? '');
    expect([report.pathname, report.search, report.password]).toEqual([
      ...['/webhooks/sms', '?id=m1&state=%d', settings['SMS_INBOUND_SECRET']],
    ]);
    const answers = ['0: Accepted for delivery', '3: Queued for later delivery'];
    for (const text of answers)
      expect(outcomeOf(gateway.answer, { status: 202, text }).outcome.kind).toBe('sent');
    const later = outcomeOf(gateway.answer, { status: 503, text: 'Temporal failure, try again later.' });
    expect(later.outcome.kind).toBe('retry');
    expect(allowedBy(gateway.auth, clock)(basic(settings['SMS_INBOUND_SECRET'] ?? ''), Buffer.alloc(0))).toBe(
      true,
    );
    expect(read(readForm('from=%2B22370000001&text=i+ni+ce&id=0a1b-2c')).messages).toMatchObject([
      { from: '+22370000001', text: 'i ni ce', id: '0a1b-2c' },
    ]);
    const states = [1, 2, 8, 16].map((state) => read(readForm(`id=m1&state=${state}`)).reports[0]?.state);
    expect(states).toEqual(['delivered', 'failed', 'sent', 'failed']);
  });

  it('SMS Gateway for Android: its message, its signed events', () => {
    const { gateway, request, read, settings } = described('phone');
    expect(JSON.parse(request.body ?? '')).toEqual({
      ...{
        id: 'm1',
        textMessage: { text: FILLING.text },
        phoneNumbers: [FILLING.to],
        withDeliveryReport: true,
      },
    });
    expect(request.headers['authorization']).toMatch(/^Basic /);
    const state = JSON.stringify({ id: 'm1', state: 'Pending' });
    expect(outcomeOf(gateway.answer, { status: 202, text: state })).toEqual({
      outcome: { kind: 'sent' },
      id: 'm1',
    });
    // As its documentation shows one ("Webhooks", step 5).
    const event = {
      deviceId: 'ffffffffceb0b1db0000018e937c815b',
      event: 'sms:received',
      id: 'Ey6ECgOkVVFjz3CL48B8C',
      payload: {
        ...{ messageId: 'abc123', message: 'Android is always a sweet treat!', phoneNumber: '70000001' },
        ...{ simNumber: 1, receivedAt: '2026-11-22T12:00:00.000+00:00' },
      },
      webhookId: 'w1',
    };
    const body = JSON.stringify(event);
    const time = String(NOW / 1000);
    const mac = createHmac('sha256', settings['SMS_INBOUND_SECRET'] ?? '').update(body + time);
    const headers = { 'x-signature': mac.digest('hex'), 'x-timestamp': time };
    expect(allowedBy(gateway.auth, clock)(headers, Buffer.from(body))).toBe(true);
    expect(read(event).messages).toMatchObject([
      { from: '+22370000001', text: event.payload.message, id: event.id },
    ]);
    const told = ['sms:sent', 'sms:delivered', 'sms:failed', 'system:ping'].map(
      (what) =>
        read({ ...event, event: what, payload: { messageId: 'm1', phoneNumber: '+22370000001' } }).reports[0],
    );
    expect(told.map((report) => report?.state)).toEqual(['sent', 'delivered', 'failed', undefined]);
    expect(told[0]?.id).toBe('m1');
  });

  it('an operator’s own API with keys of an hour (developer.orange.com, "Getting started")', () => {
    const { gateway, request } = described('operator');
    expect([gateway.request.origin, request.path]).toEqual([
      ...['https://api.orange.com', '/smsmessaging/v1/outbound/tel%3A%2B2230000/requests'],
    ]);
    expect(JSON.parse(request.body ?? '')).toEqual({
      outboundSMSMessageRequest: {
        ...{ address: `tel:${FILLING.to}`, senderAddress: 'tel:+2230000' },
        outboundSMSTextMessage: { message: FILLING.text },
      },
    });
    expect(gateway.token?.url).toBe('https://api.orange.com/oauth/v3/token');
    expect(outcomeOf(gateway.answer, { status: 201, text: '{}' }).outcome).toEqual({ kind: 'sent' });
  });

  it('an aggregator with forms (docs.africastalking.com, "Send SMS", "Sms Notifications")', () => {
    const { gateway, request, read } = described('aggregator');
    expect(Object.fromEntries(new URLSearchParams(request.body))).toEqual({
      ...{ username: 'benkan', to: FILLING.to, message: FILLING.text, from: '36000' },
    });
    expect(request.headers).toMatchObject({ apikey: 'KEY-OF-THE-ACCOUNT', accept: 'application/json' });
    const answer = (statusCode: number) => ({
      status: 201,
      text: JSON.stringify({
        SMSMessageData: { Message: '', Recipients: [{ statusCode, messageId: 'ATXid_1' }] },
      }),
    });
    expect(outcomeOf(gateway.answer, answer(101))).toEqual({ outcome: { kind: 'sent' }, id: 'ATXid_1' });
    expect(outcomeOf(gateway.answer, answer(406)).outcome).toMatchObject({ kind: 'refused', gone: true });
    const nobody = { status: 201, text: '{"SMSMessageData":{"Message":"InvalidSenderId","Recipients":[]}}' };
    expect(outcomeOf(gateway.answer, nobody).outcome.kind).toBe('unknown');
    const fields = 'date=2026-11-22+12%3A00%3A00&from=%2B22370000001&id=4a6b&linkId=x&text=1&to=36000';
    expect(read(readForm(fields)).messages).toMatchObject([{ from: '+22370000001', text: '1', id: '4a6b' }]);
    const report = 'id=ATXid_1&status=Rejected&phoneNumber=%2B22370000001&failureReason=UserInBlacklist';
    expect(read(readForm(report)).reports).toEqual([
      { id: 'ATXid_1', state: 'failed', code: 'UserInBlacklist' },
    ]);
  });
});
