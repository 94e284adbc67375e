/// The addresses that were published before, as the site's record of them (`published-urls.txt`) has them: one a line,
/// before the first blank.
package struct PublishedAddresses: Sendable {
    /// The record's path in the site: not in `content/`, so that it does not vanish with it.
    package static let path = "published-urls.txt"
    /// Where it stood in earlier versions; it counts where there is no other.
    package static let earlierPath = "content/.urls"
    /// A record of 200,000 pages with their headings is smaller.
    package static let maximumByteCount = 64 * 1024 * 1024

    /// The record of a site that has published nothing.
    package static let none = PublishedAddresses(bytes: [])

    private let addresses: Set<[UInt8]>

    /// Addresses of teams are left out: they hold ids, which no reading changes, and are most of the record.
    package init(bytes: [UInt8]) {
        let teams = Array("/awards/".utf8)
        var addresses: Set<[UInt8]> = []
        for line in bytes.split(whereSeparator: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") })
        where line.first == UInt8(ascii: "/") && !line.starts(with: teams) {
            addresses.insert(Array(line.prefix { $0 != UInt8(ascii: " ") }))
        }
        self.addresses = addresses
    }

    /// Whether an address of ASCII characters was published: `/enterprises/bei-jing-jia/`.
    package func hold(_ address: String) -> Bool { addresses.contains(Array(address.utf8)) }
}
