import Addresses

/// The ids of a page, by a hash of 64 bits each: thousands of pages keep theirs until all links are known, and text would
/// cost more than the rest of the check.
package struct PageIDs: Sendable {
    /// Ascending.
    private let hashes: [UInt64]

    init(hashes: [UInt64]) { self.hashes = hashes.sorted() }

    /// Whether some id occurs twice.
    var holdsDuplicates: Bool { zip(hashes, hashes.dropFirst()).contains { $0 == $1 } }

    func contains(_ hash: UInt64) -> Bool {
        var lower = 0
        var upper = hashes.count
        while lower < upper {
            let middle = (lower + upper) / 2
            if hashes[middle] < hash { lower = middle + 1 } else { upper = middle }
        }
        return lower < hashes.count && hashes[lower] == hash
    }

    func contains(_ id: String) -> Bool {
        var id = id
        return id.withUTF8 { contains(ByteHash.hash($0)) }
    }

    /// Whether a fragment means a place of the page: an id, raw or percent-decoded, or the top of the page, which the
    /// empty fragment and `top` mean (HTML standard, 7.4.6.4).
    func holdPlace(_ fragment: some StringProtocol) -> Bool {
        let fragment = Self.withoutTextDirective(fragment)
        return fragment.isEmpty || contains(fragment) || contains(PercentEncoding.decoded(fragment))
            || fragment.lowercased() == "top"
    }

    /// A fragment without what is for the browser alone (Scroll to Text Fragment, 3.3).
    private static func withoutTextDirective(_ fragment: some StringProtocol) -> String {
        // Few fragments have a colon at all, and a search by characters costs more than the rest of this check.
        guard fragment.utf8.contains(UInt8(ascii: ":")), let directive = fragment.firstRange(of: ":~:") else {
            return String(fragment)
        }
        return String(fragment[..<directive.lowerBound])
    }
}
