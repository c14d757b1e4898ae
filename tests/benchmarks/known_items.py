"""Known items made by program: four words of one sentence, and the document that it stands in must come first.

    python -m tests.benchmarks.known_items [--items 300] [--json]

Of each sentence: two words of families written down here and two others, the rarest for which no other document
has any form of all four. Asked as they stand, with the two in another form, with one slip of the finger, and with both.
Beside it FTS5 with the same stems on the same queries. The sentences stand in the documents word for word,
which flatters; the queries written by hand (``finding``) are the sterner measure.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, combinations, product
from random import Random
from typing import Any

from ppid_tui.desk.office import Office
from tests.benchmarks.finding import Ask, ours
from tests.benchmarks.fts5 import Fts5
from tests.benchmarks.mixed_office import is_exempt, pages_of, sample_office

SEED = 2026
FAMILIES = """
menyalurkan disalurkan penyaluran tersalur
mengembalikan dikembalikan pengembalian
menerima diterima penerimaan
menyerahkan diserahkan penyerahan
melaporkan dilaporkan pelaporan
mengusulkan diusulkan pengusulan
menanyakan ditanyakan pertanyaan
mengingatkan diingatkan peringatan
membayar dibayar dibayarkan pembayaran
meninjau ditinjau peninjauan
memeriksa diperiksa pemeriksaan
bertemu menemui ditemui pertemuan
melatih dilatih pelatihan
merawat dirawat perawatan
mendirikan didirikan pendirian
membagikan dibagikan pembagian
menyediakan disediakan penyediaan
menyepakati disepakati kesepakatan
menghadiri dihadiri kehadiran
menetapkan ditetapkan penetapan
menyaksikan disaksikan
menyimpan disimpan penyimpanan
menunda ditunda penundaan
menggenangi tergenang genangan
memimpin dipimpin
mencocokkan dicocokkan pencocokan
menggunakan digunakan penggunaan
menghapus dihapus penghapusan
menyelenggarakan diselenggarakan penyelenggaraan
memberikan diberikan pemberian
menjadwalkan dijadwalkan penjadwalan
mengganti diganti penggantian
menaksir ditaksir taksiran
memadankan dipadankan pemadanan
menyatakan dinyatakan pernyataan
menyelesaikan diselesaikan penyelesaian
mengirim dikirim pengiriman
memakai dipakai pemakaian
menanggung ditanggung tanggungan
menyetor disetor penyetoran
mengelola dikelola pengelolaan
menyusun disusun penyusunan
melaksanakan dilaksanakan pelaksanaan
mengambil diambil pengambilan
mencatat dicatat pencatatan
memantau dipantau pemantauan
menggabungkan digabungkan digabung penggabungan
menindaklanjuti ditindaklanjuti
memuat dimuat pemuatan
"""
FAMILY = {word: line.split() for line in FAMILIES.strip().splitlines() for word in line.split()}
LETTERS = "abcdefghijklmnopqrstuvwxyz"
_WORD = re.compile(r"[a-z]{4,}")


@dataclass(frozen=True)
class Item:
    """A document and four words of a sentence of it; ``bent`` are the two that have other forms."""

    document_id: int
    words: tuple[str, ...]
    bent: tuple[str, ...]


@dataclass(frozen=True)
class Corpus:
    """The sentences of each document, and the documents of each family of words."""

    sentences: dict[int, list[list[str]]]
    documents: dict[str, set[int]]

    @property
    def known(self) -> set[str]:
        """Every word that stands somewhere."""
        return {word for sentences in self.sentences.values() for words in sentences for word in words}


def corpus_of(office: Office) -> Corpus:
    """The words of every document that anybody may find."""
    found = (d for d in office.records.documents.all() if not is_exempt(d))
    sentences = {d.id: list(_sentences(pages_of(office, d))) for d in found}
    documents: dict[str, set[int]] = defaultdict(set)
    for document_id, said in sentences.items():
        for word in chain.from_iterable(said):
            documents[_family(word)].add(document_id)
    return Corpus(sentences, documents)


def items(corpus: Corpus, wanted: int, rng: Random) -> list[Item]:
    """So many known items, each of another document."""
    found: list[Item] = []
    for document_id in rng.sample(sorted(corpus.sentences), len(corpus.sentences)):
        sentences = rng.sample(corpus.sentences[document_id], len(corpus.sentences[document_id]))
        item = next(filter(None, (_item(corpus, document_id, words) for words in sentences)), None)
        found += [item] if item else []
        if len(found) == wanted:
            break
    return found


def questions(corpus: Corpus, found: Sequence[Item]) -> dict[str, list[str]]:
    """The four ways of asking for every item."""
    rng, known = Random(SEED), corpus.known
    bent = [[_other_form(w, rng) if w in item.bent else w for w in item.words] for item in found]
    ways: dict[str, list[list[str]]] = {
        "exact": [list(item.words) for item in found],
        "two bent": bent,
        "one slip": [_with_slip(item.words, item.words, known, rng) for item in found],
        "both": [_with_slip(w, [x for x in w if x in i.words], known, rng) for w, i in zip(bent, found, strict=True)],
    }
    return {way: [" ".join(words) for words in asked] for way, asked in ways.items()}


def success(ask: Ask, asked: Sequence[str], found: Sequence[Item]) -> float:
    """How often the right document came first, in percent."""
    right = sum([c[0] for c in ask(q)[:1]] == [item.document_id] for q, item in zip(asked, found, strict=True))
    return round(100 * right / len(found), 1)


def _sentences(pages: Sequence[str]) -> Iterator[list[str]]:
    for sentence in re.split(r"[.;:]\s|\n\s*\n", " \n".join(pages).lower()):
        words = _WORD.findall(sentence)
        if len(words) >= 5:
            yield words


def _family(word: str) -> str:
    return FAMILY[word][0] if word in FAMILY else word


def _item(corpus: Corpus, document_id: int, words: list[str]) -> Item | None:
    """The rarest two and two of the sentence that together single the document out, if any do."""

    def rare(word: str) -> tuple[int, str]:
        return len(corpus.documents[_family(word)]), word

    bent = sorted({_family(w): w for w in words if w in FAMILY}.values(), key=rare)
    others = sorted({w for w in words if w not in FAMILY}, key=rare)
    for plain, two in product(combinations(others, 2), combinations(bent, 2)):
        four = {*plain, *two}
        if set.intersection(*(corpus.documents[_family(word)] for word in four)) == {document_id}:
            return Item(document_id, tuple(dict.fromkeys(w for w in words if w in four)), two)
    return None


def _other_form(word: str, rng: Random) -> str:
    return rng.choice([form for form in FAMILY[word] if form != word])


def _with_slip(words: Sequence[str], may_slip: Sequence[str], known: set[str], rng: Random) -> list[str]:
    """One word with one letter wrong, after its first; never a word that stands somewhere."""
    word = rng.choice([w for w in may_slip if len(w) > 4] or list(may_slip))
    while (slipped := _slip(word, rng)) in known:
        pass
    return [slipped if w == word else w for w in words]


def _slip(word: str, rng: Random) -> str:
    at = rng.randrange(1, len(word) - 1)
    head, letter, following, tail = word[:at], word[at], word[at + 1], word[at + 2 :]
    other = rng.choice(LETTERS)
    slips = (head + other + following + tail, head + following + tail, head + letter + other + following + tail)
    return rng.choice((*slips, head + following + letter + tail))


def _measured(office: Office, wanted: int) -> dict[str, Any]:
    corpus = corpus_of(office)
    found = items(corpus, wanted, Random(SEED))
    us, them = ours(office), Fts5(office).find
    ways = {
        way: {"ours": success(us, asked, found), "fts5": success(them, asked, found)}
        for way, asked in questions(corpus, found).items()
    }
    return {"items": len(found), "success_at_1": ways}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--items", type=int, default=300)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    with sample_office() as office:
        told = _measured(office, asked.items)
    if asked.json:
        print(json.dumps(told, indent=1))
        return
    print(f"{told['items']} items: first %  ours    fts5")
    for way, one in told["success_at_1"].items():
        print(f"{way:20}{one['ours']:8}{one['fts5']:8}")


if __name__ == "__main__":
    main()
