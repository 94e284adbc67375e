import Content

/// The corrections of an edition, as far as they tell of changes of its list. A correction is about a team by its `id`; one
/// without an id may name it in its text.
struct ListCorrections {
    private struct Correction {
        let id: String?
        /// As it is written, in small letters: ids are looked for in it.
        let text: String
        /// As names are compared.
        let key: String

        /// Whether the text has an id as a word: `zj-002` is none of `zj-0021`.
        func mentions(_ id: String) -> Bool {
            self.id == id
                || text.ranges(of: id).contains { range in
                    let before = range.lowerBound == text.startIndex ? nil : text[text.index(before: range.lowerBound)]
                    let after = range.upperBound == text.endIndex ? nil : text[range.upperBound]
                    return ![before, after].contains {
                        $0.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") } ?? false
                    }
                }
        }

        func names(_ name: String) -> Bool { key.contains(ComparableName.key(name)) }
    }

    private let all: [Correction]

    init(_ corrections: [EditionEntry.Correction]) {
        all = corrections.map {
            Correction(
                id: $0.id?.value, text: $0.text.value.lowercased(), key: ComparableName.key($0.text.value))
        }
    }

    /// Whether there are none.
    var isEmpty: Bool { all.isEmpty }

    private func about(_ team: PublishedRecords.Team) -> [Correction] {
        all.filter { $0.id == team.id || ($0.id == nil && ($0.mentions(team.id) || $0.names(team.name))) }
    }

    /// Whether one about a team says what it has now.
    ///
    /// - Parameter words: what says so, in any of them.
    func tell(_ team: PublishedRecords.Team, from old: String, to words: [String]) -> Bool {
        guard !isEmpty else { return false }
        let old = ComparableName.key(old)
        return about(team).contains { correction in
            words.map(ComparableName.key).contains { word in
                // The old name, which may hold the new one, does not say it.
                let said = old.contains(word) ? correction.key.replacing(old, with: " ") : correction.key
                return said.contains(word)
            }
        }
    }

    /// Whether one about a team says that a withdrawal is taken back.
    func tellOfWithdrawal(of team: PublishedRecords.Team) -> Bool {
        !isEmpty && about(team).contains { $0.key.contains("撤销") || $0.key.contains("withdraw") }
    }

    /// Whether one names a team that was added.
    func tell(added row: RosterRow) -> Bool {
        let id = row.id.value.text
        return all.contains {
            $0.id == id
                || ($0.id == nil && $0.names(row.team.value) && ($0.mentions(id) || $0.names(row.enterprise.value)))
        }
    }

    /// Whether one says which id a team has in the place of another.
    func tell(renumbered first: PublishedRecords.Team, to id: String) -> Bool {
        all.contains { $0.mentions(id) && $0.mentions(first.id) }
    }

    /// Whether one names a team that is gone, by its name and its id or enterprise.
    func tell(gone team: PublishedRecords.Team) -> Bool {
        all.contains { $0.names(team.name) && ($0.mentions(team.id) || $0.names(team.enterprise)) }
    }
}
