import { observable, type Observable } from '../../base';
import { ownerOf, type ListedOwner, type PhotoService } from '../../photos';

/** Faces that are kept although they are not on the screen. */
const keptFaces = 300;

/** Scrolling rests for this time before faces are requested. Milliseconds. */
const rest = 120;

/** Faces in one batch. */
const batchSize = 20;

export interface FacesOptions {
  readonly service: Pick<PhotoService, 'getPhoto'>;
  /** Whether a picture can be drawn: the pixels of its shorter side, 0 where it cannot. */
  readonly shorterSide: (picture: Blob) => Promise<number>;
  /** Pixels in which a face is drawn. */
  readonly pixels: number;
}

/** The faces of the people on the screen, by object id. Those that are scrolled away are not requested any more. */
export class Faces {
  /** Null: none can be shown. Each change is another map. */
  readonly pictures: Observable<ReadonlyMap<string, Blob | null>>;
  readonly #pictures = observable<ReadonlyMap<string, Blob | null>>(new Map());
  readonly #options: FacesOptions;
  #wanted: readonly ListedOwner[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #reading: AbortController | null = null;
  #isClosed = false;

  constructor(options: FacesOptions) {
    this.#options = options;
    this.pictures = this.#pictures;
  }

  /** These are on the screen now, and have a photo. */
  want(people: readonly ListedOwner[]): void {
    this.#wanted = people;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#read(), rest);
  }

  /** The photos of these people may have changed: they are requested when they are wanted again. */
  forget(ids: ReadonlySet<string>): void {
    this.#pictures.set(new Map([...this.#pictures.value].filter(([id]) => !ids.has(id))));
  }

  /** Ends all requests and forgets the faces. */
  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    this.#reading?.abort();
    this.#pictures.set(new Map());
  }

  /** Reads the missing faces, one batch at a time. */
  async #read(): Promise<void> {
    if (this.#reading) return;
    const missing = this.#wanted.filter(({ id }) => !this.#pictures.value.has(id)).slice(0, batchSize);
    if (missing.length === 0 || this.#isClosed) return;
    const stop = (this.#reading = new AbortController());
    const found = await Promise.all(
      missing.map(async (one) => [one.id, await this.#readOne(one, stop.signal)] as const),
    );
    this.#reading = null;
    if (stop.signal.aborted) return;
    this.#keep(found);
    await this.#read();
  }

  async #readOne(one: ListedOwner, signal: AbortSignal): Promise<Blob | null> {
    const { service, shorterSide, pixels } = this.#options;
    try {
      const answer = await service.getPhoto(ownerOf(one), { pixels, pictureOnly: true, signal });
      return answer.kind === 'photo' && (await shorterSide(answer.picture)) > 0 ? answer.picture : null;
    } catch {
      // Whatever the reason, the list itself says what is wrong; initials stand for the face.
      return null;
    }
  }

  #keep(found: readonly (readonly [string, Blob | null])[]): void {
    const others = [...this.#pictures.value].filter(([id]) => !found.some(([one]) => one === id));
    const isWanted = new Set(this.#wanted.map(({ id }) => id));
    const old = others.filter(([id]) => !isWanted.has(id)).slice(-keptFaces);
    this.#pictures.set(new Map([...old, ...others.filter(([id]) => isWanted.has(id)), ...found]));
  }
}
