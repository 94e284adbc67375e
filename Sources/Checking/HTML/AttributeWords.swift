/// The words of an attribute's value, divided by blanks, in which the case of letters says nothing. They are compared by
/// their bytes: this is asked for many elements of every page.
struct AttributeWords {
    private let value: UnsafeBufferPointer<UInt8>

    /// - Parameter value: as it is written.
    init(_ value: UnsafeBufferPointer<UInt8>) { self.value = value }

    /// Whether a word is one of them.
    ///
    /// - Parameter word: in small letters.
    func contains(_ word: StaticString) -> Bool {
        var isContained = false
        forEach { isContained = isContained || Self.isEqual($0, word) }
        return isContained
    }

    /// Whether a word is the only one.
    ///
    /// - Parameter word: in small letters.
    func areOnly(_ word: StaticString) -> Bool {
        // Nearly all values are one word as it is.
        guard value.count > word.utf8CodeUnitCount else { return Self.isEqual(value, word) }
        guard value.contains(where: { $0 <= 0x20 || $0 == UInt8(ascii: "&") }) else { return false }
        var count = 0
        var isEqual = true
        forEach {
            count += 1
            isEqual = isEqual && Self.isEqual($0, word)
        }
        return count == 1 && isEqual
    }

    /// Whether each of them is one of a list.
    ///
    /// - Parameter list: in small letters.
    func areAll(in list: [StaticString]) -> Bool {
        var areAll = true
        forEach { word in areAll = areAll && list.contains { Self.isEqual(word, $0) } }
        return areAll
    }

    private func forEach(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        guard CharacterReferences.isWritten(value) else { return Self.forEachWord(of: value, body) }
        CharacterReferences.resolved(value, in: .attribute).withUnsafeBufferPointer { Self.forEachWord(of: $0, body) }
    }

    private static func forEachWord(
        of value: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void
    ) {
        var start = 0
        for index in 0...value.count where index == value.count || value[index] <= 0x20 {
            if index > start { body(UnsafeBufferPointer(rebasing: value[start..<index])) }
            start = index + 1
        }
    }

    private static func isEqual(_ word: UnsafeBufferPointer<UInt8>, _ expected: StaticString) -> Bool {
        guard word.count == expected.utf8CodeUnitCount else { return false }
        return word.indices.allSatisfy { index in
            let byte = word[index]
            return (byte &- 0x41 < 26 ? byte | 0x20 : byte) == expected.utf8Start[index]
        }
    }
}
