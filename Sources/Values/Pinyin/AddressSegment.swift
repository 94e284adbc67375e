import Addresses
import Crypto

extension Pinyin {
    /// Longer pinyin was never published: no file could have the name. What is shorter keeps the address that it has.
    private static let greatestLength = 200
    /// How much of longer pinyin stays readable, in bytes.
    private static let readableLength = 70

    /// The part of an address that stands for a name: its pinyin; of one that no file can be called, the beginning and a
    /// hash of the whole. The same on every machine and in every build. Empty when nothing of the name is left.
    package func addressSegment(_ name: String) -> String { segment(of: slug(name)) }

    /// The part of an address below a folder. Readings are mended from time to time; an address that was published with
    /// an earlier one is kept.
    ///
    /// - Parameter folder: `/enterprises/`.
    package func addressSegment(_ name: String, below folder: String) -> String {
        let present = addressSegment(name)
        let earlier = earlierAddressSegment(name)
        guard present != earlier, !earlier.isEmpty, published.hold("\(folder)\(earlier)/"),
            !published.hold("\(folder)\(present)/")
        else { return present }
        return earlier
    }

    /// What the name had in addresses of earlier versions.
    package func earlierAddressSegment(_ name: String) -> String {
        segment(of: words(name, earlierReadings).joined(separator: "-"))
    }

    private func segment(of slug: String) -> String {
        guard !slug.isEmpty,
            slug.utf8.count > Self.greatestLength || PublishableName.objection(to: slug) != nil
        else { return slug }
        let hash = SHA256.hash(data: Array(slug.utf8)).prefix(4).map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
        var words: [Substring] = []
        var length = 0
        for word in slug.split(separator: "-") {
            length += word.utf8.count + 1
            guard length <= Self.readableLength else { break }
            words.append(word)
        }
        return (words.map(String.init) + [hash.joined()]).joined(separator: "-")
    }
}
