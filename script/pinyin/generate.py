#!/usr/bin/env python3
"""Writes Sources/Values/Pinyin/PinyinPhrases.swift: words whose characters are read otherwise than alone, and the
words that must be known so that a reading is not taken across two of them (城市|长效 is no 市长).

    python3 -m venv /tmp/pinyin && /tmp/pinyin/bin/pip install pypinyin-dict==0.9.0 jieba==0.42.1
    /tmp/pinyin/bin/python script/pinyin/generate.py

Sources: script/pinyin/words.txt (ours, first); phrase-pinyin-data of pypinyin-dict (MIT); how frequent words are, from
the dictionary of jieba (MIT). The result depends on nothing else.
"""
import importlib
import importlib.util
import math
import os
import re
import unicodedata
from collections import defaultdict

HERE = os.path.dirname(os.path.abspath(__file__))
ROMANISATION = os.path.join(HERE, "../../Sources/Values/Pinyin")
HAN = re.compile("^[\u4e00-\u9fff]+$")
LEAST_FREQUENCY = 10  # of a word of the large list
LEAST_GUARD_FREQUENCY = 300  # of a word that only keeps others apart
OWN_FREQUENCY = 3000  # at least, of our own words
SINGLE_COST = 12  # as PinyinPhraseTable.singleCost
LONGEST = 8


def plain(syllable):
    decomposed = unicodedata.normalize("NFD", syllable)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).lower().replace("ɡ", "g")


def characters():
    source = open(os.path.join(ROMANISATION, "PinyinReadings.swift"), encoding="utf-8").read()
    words = source.split('"""')[1].split()
    return {chr(0x4E00 + i): word for i, word in enumerate(words)}


def own_words():
    """The commonest readings of characters, and {word: {index: syllable}}."""
    singles, words = {}, defaultdict(dict)
    for line in open(os.path.join(HERE, "words.txt"), encoding="utf-8"):
        if line.startswith("#") or not line.strip():
            continue
        character, syllable, *listed = line.split()
        if not listed:
            singles[character] = syllable
        for word in listed:
            if character not in word:
                raise SystemExit(f"{word}: has no {character}")
            for index, other in enumerate(word):
                if other == character:
                    words[word][index] = syllable
    return singles, words


def frequencies():
    path = os.path.join(os.path.dirname(importlib.util.find_spec("jieba").origin), "dict.txt")
    return {fields[0]: int(fields[1]) for fields in map(str.split, open(path, encoding="utf-8"))}


def phrases(name):
    phrases = importlib.import_module("pypinyin_dict.phrase_pinyin_data." + name).phrases_dict
    return {word: [plain(readings[0]) for readings in syllables] for word, syllables in phrases.items()}


def main():
    alone = characters()
    singles, own = own_words()
    base = {**alone, **singles}
    frequency = frequencies()
    total = sum(frequency.values())

    def cost(count):
        return min(25, max(0, round(2 * (-math.log(max(count, 1) / total) - 5))))

    def reading(text, table):
        best = [(0, 0, ())] + [None] * len(text)
        for start in range(len(text)):
            spent = best[start][0]
            for length in range(1, min(LONGEST, len(text) - start) + 1):
                word = text[start : start + length]
                if length == 1:
                    more, syllables = SINGLE_COST, (base.get(word, ""),)
                elif word in table:
                    more, syllables = table[word]
                else:
                    continue
                if best[start + length] is None or spent + more < best[start + length][0]:
                    best[start + length] = (spent + more, start, tuple(syllables))
        syllables, end = (), len(text)
        while end:
            syllables, end = best[end][2] + syllables, best[end][1]
        return syllables

    listed = {}
    for name, least in (("large_pinyin", LEAST_FREQUENCY), ("pinyin", 0)):
        for word, syllables in phrases(name).items():
            if (
                HAN.match(word)
                and len(word) == len(syllables)
                and 2 <= len(word) <= LONGEST
                and frequency.get(word, 0) >= least
                and all(re.fullmatch("[a-z]+", syllable) for syllable in syllables)
                and all(character in alone for character in word)
            ):
                listed[word] = syllables

    table = {}
    for word in sorted(listed, key=lambda word: (len(word), word)):
        if word not in own and reading(word, table) != tuple(listed[word]):
            table[word] = (cost(frequency.get(word, 3)), listed[word])
    for word in sorted(own, key=lambda word: (len(word), word)):
        syllables = list(listed.get(word) or reading(word, table))
        for index, syllable in own[word].items():
            syllables[index] = syllable
        table[word] = (cost(max(OWN_FREQUENCY, frequency.get(word, 0))), syllables)

    # Words that overlap one whose reading is special: either side may be the right one, the more frequent is taken.
    special = [word for word in table if len(word) <= 3 and (word in own or frequency.get(word, 0) >= 3)]
    heads = {word[:length] for word in special for length in range(1, len(word))}
    tails = {word[length:] for word in special for length in range(1, len(word))}
    guards = {}
    for word, count in frequency.items():
        if count < LEAST_GUARD_FREQUENCY or word in table or not 2 <= len(word) <= 4 or not HAN.match(word):
            continue
        lengths = range(1, len(word))
        if any(word[-length:] in heads or word[:length] in tails for length in lengths):
            guards[word] = (cost(count), listed.get(word) or reading(word, table))
    table.update(guards)
    for character, syllable in singles.items():
        table[character] = (SINGLE_COST, [syllable])

    entries = []
    for word in sorted(table):
        spent, syllables = table[word]
        default = [alone.get(word, "")] if len(word) == 1 else [base.get(character, "") for character in word]
        parts = ["" if syllable == usual else syllable for syllable, usual in zip(syllables, default)]
        entries.append(word + chr(ord("A") + spent) + ",".join(parts).rstrip(","))

    lines, line = [], ""
    for entry in entries:
        if line and len(line) + 1 + len(entry) > 108:
            lines.append(line)
            line = ""
        line = f"{line} {entry}" if line else entry
    lines.append(line)
    body = "\n".join("        " + line for line in lines)
    source = f'''extension PinyinPhraseTable {{
    /// Generated by script/pinyin/generate.py, which says from what. Words in the order of their bytes, each with a letter for
    /// its cost (`A` is 0) and the readings of its characters, commas between them; one that is left out is the
    /// character's own.
    static let phrases: StaticString = """
{body}
        """
}}
'''
    with open(os.path.join(ROMANISATION, "PinyinPhrases.swift"), "w", encoding="utf-8") as file:
        file.write(source)
    print(f"{len(entries)} words, {len(source.encode())} bytes")


main()
