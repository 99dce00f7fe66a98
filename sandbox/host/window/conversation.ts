/** A message of office.js's protocol. */
interface OfficeMessage {
  readonly _messageType: number;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _origin: string;
  readonly _data: unknown;
  readonly _actionType: number;
  readonly _serializerVersion: number;
}

const kinds = { invoke: 0, register: 1, unregister: 2 } as const;

/** Returns the response to a call; undefined: no response. */
export type CallHandler = (action: string, data: unknown) => unknown;

/** A conversation with the office.js in a frame: answers its calls and emits events it has registered for. */
export function createConversation(frame: HTMLIFrameElement, paneOrigin: string, calls: CallHandler) {
  const registered = new Set<string>();
  let conversationId = '';

  const send = (action: string, data: unknown, more: object): void =>
    frame.contentWindow?.postMessage(
      JSON.stringify({
        _messageType: 1,
        _actionName: action,
        _conversationId: conversationId,
        _correlationId: -1,
        _origin: location.origin,
        _data: data,
        _errorCode: 0,
        _serializerVersion: 1,
        ...more,
      }),
      paneOrigin,
    );

  window.addEventListener('message', ({ source, origin, data }: MessageEvent<unknown>) => {
    if (source !== frame.contentWindow || origin !== paneOrigin || typeof data !== 'string') return;
    const message = JSON.parse(data) as OfficeMessage;
    if (message._messageType !== 0) return;
    conversationId = message._conversationId;
    const { _actionName: action, _correlationId } = message;
    const reply = (answer: unknown): void => send(action, answer, { _responseType: 0, _correlationId });
    if (message._actionType === kinds.invoke) {
      const answer = calls(action, message._data);
      if (answer !== undefined) reply(answer);
      return;
    }
    if (message._actionType === kinds.register) registered.add(action);
    else registered.delete(action);
    reply({ Error: 0 });
  });

  return {
    /** Emits an event, if the add-in has registered for it. */
    emit(event: string, data: unknown): void {
      if (registered.has(event)) send(event, data, { _responseType: 1 });
    },
  };
}
