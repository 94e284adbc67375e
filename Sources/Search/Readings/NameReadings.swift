import Values

/// How the Han of names are read, for those who type Latin letters: 运河 by `yunhe`, 运河盾构 by `yhdg`.
///
/// The index knows the readings of characters, not of names: the script finds the Han that may be meant, and by them the
/// names, so that a site of any size takes the same few thousand bytes. Names are terms by their first letters alone.
struct NameReadings: Sendable {
    /// A unit that no question has, before the first letters of names among the words.
    static let initialsMark: UInt16 = 0x52F

    /// So many first letters of a name are a term: enough to tell names apart.
    static let mostInitials = 6
    /// Fewer would be those of too many names.
    static let fewestInitials = 3
    /// Characters with several readings make several terms of a name, but not more than so many.
    private static let mostVariants = 4

    /// The readings that occur, ascending, in lower-case ASCII.
    let syllables: [String]
    /// Folded Han of names, ascending, with their readings, of which some have several.
    let units: [(unit: UInt16, readings: [String])]
    /// The first letters of the readings of each unit, the commonest reading first; none for units that no name has.
    private let initials: [UInt16: [UInt8]]

    init(of documents: [SearchDocument]) {
        var isUsed = [Bool](repeating: false, count: 0x10000)
        isUsed.withUnsafeMutableBufferPointer { isUsed in
            for document in documents {
                for field in [SearchDocument.Field.title, .team, .enterprise] {
                    FoldedUnits.forEach(of: document.fields[field.rawValue]) { unit, unitClass in
                        if unitClass == .gram { isUsed[Int(unit)] = true }
                    }
                }
            }
        }
        let used = isUsed.indices.filter { isUsed[$0] }.compactMap { unit in
            Unicode.Scalar(UInt16(unit)).map { (UInt16(unit), Pinyin.readings(of: $0)) }
        }
        units = used.filter { !$0.1.isEmpty }.map { (unit: $0.0, readings: $0.1) }
        syllables = Set(units.flatMap(\.readings)).sorted()
        initials = Dictionary(
            uniqueKeysWithValues: units.map { unit, readings in
                var letters: [UInt8] = []
                for letter in readings.compactMap(\.utf8.first) where !letters.contains(letter) {
                    letters.append(letter)
                }
                return (unit, letters)
            })
    }

    /// Syllables as texts; then each unit with a reading, by how much greater it is than the one before, which may be the
    /// same, and the number of the reading.
    func write(text: TextCode, to writer: inout BitWriter) {
        writer.writeGamma(syllables.count + 1)
        for syllable in syllables { text.write(syllable, to: &writer) }
        let numbers = Dictionary(uniqueKeysWithValues: syllables.enumerated().map { ($0.element, $0.offset) })
        let bits = Int.bitWidth - syllables.count.leadingZeroBitCount
        let all = units.flatMap { unit, readings in readings.map { (Int(unit), numbers[$0] ?? 0) } }
        writer.writeGamma(all.count + 1)
        var previous = 0
        for (unit, number) in all {
            writer.writeGamma(unit - previous + 1)
            writer.write(UInt32(number), bits: bits)
            previous = unit
        }
    }

    /// Calls `body` with the first letters of the names in a field, at most six of each; of an enterprise that is named
    /// after its province also without that.
    ///
    /// - Parameter text: UTF-8; ` · ` stands between names.
    @inline(__always)
    func forEachInitials(of text: [UInt8], _ body: ([UInt8]) -> Void) {
        var name: [UInt16] = []
        FoldedUnits.forEach(of: text) { unit, unitClass in
            if unit == 0xB7 {
                add(name[...], body)
                name.removeAll(keepingCapacity: true)
            } else if unitClass == .word || unitClass == .gram,
                name.count < Self.mostInitials + Self.longestProvince
            {
                name.append(unit)
            }
        }
        add(name[...], body)
    }

    private func add(_ name: ArraySlice<UInt16>, _ body: ([UInt8]) -> Void) {
        for variant in variants(of: name.prefix(Self.mostInitials)) { body(variant) }
        guard let province = Self.provinces.first(where: { name.starts(with: $0) }) else { return }
        for variant in variants(of: name.dropFirst(province.count).prefix(Self.mostInitials)) { body(variant) }
    }

    private func variants(of units: ArraySlice<UInt16>) -> [[UInt8]] {
        var variants: [[UInt8]] = [[]]
        for unit in units {
            let letters = unit < 0x80 ? [UInt8(unit)] : initials[unit] ?? []
            guard letters.count > 1, variants.count * letters.count <= Self.mostVariants else {
                for number in variants.indices { variants[number] += letters.prefix(1) }
                continue
            }
            variants = variants.flatMap { variant in letters.map { variant + [$0] } }
        }
        return variants.filter { $0.count >= Self.fewestInitials }
    }

    /// The short names of provinces in folded units.
    private static let provinces = Province.all.map { TextFolding.letters(of: $0.shortName) }
    private static let longestProvince = 3
}
