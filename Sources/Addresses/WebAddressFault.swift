import Foundation
import Glibc

/// Why an http or https address cannot be one that a browser opens, told from its text alone.
package struct WebAddressFault: Sendable, Hashable {
    package enum Reason: Sendable, Hashable {
        /// `http:/example.org`, `https:example.org`: not two slashes behind the colon.
        case slashes
        /// Nothing stands where the host belongs.
        case noHost
        /// `http://https://example.org`.
        case doubledScheme
        case space
        /// `ｅxample．com`, `example。com`.
        case fullWidth
        /// A square bracket without its fellow, or no IPv6 address between them (RFC 3986, 3.2.2).
        case brackets
        /// Not a number from 1 to 65535.
        case port
        /// Two dots in a row, or one at the beginning.
        case emptyLabel
        /// Longer than names of hosts can be (RFC 1035, 2.3.4): 63 bytes between dots, 253 in all.
        case tooLong
        /// A sign that no name of a host has (RFC 1123, 2.1; RFC 5890).
        case character(Character)
        /// Numbers and dots that are no IPv4 address.
        case numbers
        /// Chinese punctuation at the end, which belongs to the sentence around the address.
        case end(Character)
    }

    package let reason: Reason
    /// The address in the form that works, where it can be told.
    package let proposal: String?

    /// `nil` for an address that has nothing wrong, and for addresses that are none of http or https.
    package init?(in address: String) {
        guard let reason = Self.reason(of: address) else { return nil }
        self.reason = reason
        proposal = Self.proposal(for: address, reason).flatMap { text in
            text != address && Self.reason(of: text) == nil && Self.holdsDottedHost(text) ? text : nil
        }
    }

    private static func reason(of address: String) -> Reason? {
        guard let colon = address.utf8.firstIndex(of: UInt8(ascii: ":")), isWebScheme(address[..<colon].utf8) else {
            return nil
        }
        let rest = address.utf8[address.utf8.index(after: colon)...]
        guard rest.starts(with: "//".utf8) else { return .slashes }
        guard let range = WebHost.authority(of: address) else { return .slashes }
        let authority = address[range]
        // Of most addresses the bytes alone tell that nothing is wrong.
        if isPlainName(authority.utf8), !isWebScheme(authority.utf8) {
            return end(of: address[range.upperBound...]).map { .end($0.sign) }
        }
        let bare = authority.hasSuffix(":") ? authority.dropLast() : authority
        if ["http", "https"].contains(bare.lowercased()), address[range.upperBound...].hasPrefix("/") {
            return .doubledScheme
        }
        guard !authority.isEmpty else { return .noHost }
        if authority.contains(where: \.isWhitespace) { return .space }
        if let reason = authority.hasPrefix("[") ? bracketed(authority) : named(authority) { return reason }
        return end(of: address[range.upperBound...]).map { .end($0.sign) }
    }

    private static func isWebScheme(_ scheme: some Collection<UInt8>) -> Bool {
        (4...5).contains(scheme.count)
            && zip(scheme, "https".utf8).allSatisfy { written, expected in written | 0x20 == expected }
    }

    /// Whether something is a name without a port, as most hosts have it: labels of small letters, digits and hyphens, with
    /// dots between them and letters in the last; `false` for many that have nothing wrong either.
    private static func isPlainName(_ host: some Collection<UInt8>) -> Bool {
        var label = 0
        var count = 0
        var previous = UInt8(ascii: ".")
        var hasLetter = false
        for byte in host {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"): hasLetter = true
            case UInt8(ascii: "0")...UInt8(ascii: "9"): break
            case UInt8(ascii: "-"): if previous == UInt8(ascii: ".") { return false }
            case UInt8(ascii: "."):
                guard label > 0, previous != UInt8(ascii: "-") else { return false }
                label = -1
                hasLetter = false
            default: return false
            }
            label += 1
            count += 1
            previous = byte
            guard label <= 63, count <= 253 else { return false }
        }
        return hasLetter && label > 0 && previous != UInt8(ascii: "-")
    }

    /// The sign of the sentence at the end of a path, query or fragment, as it is or encoded, and what stands before it.
    ///
    /// A bracket that closes one in the address is part of it, and so are ！ and ？, with which titles end.
    private static func end(of rest: Substring) -> (sign: Character, before: Substring)? {
        // None of the signs is ASCII: as it is or encoded, it shows at the end.
        guard let last = rest.utf8.last, last >= 0x80 || rest.utf8.dropLast(2).last == UInt8(ascii: "%") else {
            return nil
        }
        for sign in "。，；、：）】》」』”’" {
            let encoded = sign.utf8.map { "%" + ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined()
            for written in [String(sign), encoded] where rest.uppercased().hasSuffix(written) {
                if let opener = openers[sign],
                    rest.contains(opener) || rest.removingPercentEncoding?.contains(opener) == true
                {
                    return nil
                }
                return (sign, rest.dropLast(written.count))
            }
        }
        return nil
    }

    private static let openers: [Character: Character] = [
        "）": "（", "】": "【", "》": "《", "」": "「", "』": "『", "”": "“", "’": "‘",
    ]

    /// `[::1]:8080`
    private static func bracketed(_ authority: Substring) -> Reason? {
        guard let close = authority.firstIndex(of: "]") else { return .brackets }
        let literal = String(authority[authority.index(after: authority.startIndex)..<close])
        var address = in6_addr()
        guard inet_pton(AF_INET6, literal, &address) == 1 else { return .brackets }
        let rest = authority[authority.index(after: close)...]
        guard !rest.isEmpty else { return nil }
        return rest.hasPrefix(":") ? wrongPort(rest.dropFirst()) : .brackets
    }

    /// `example.org:8080`
    private static func named(_ authority: Substring) -> Reason? {
        if authority.contains(where: { isFullWidth($0) }) { return .fullWidth }
        let parts = authority.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        if parts.count == 2, let reason = wrongPort(parts[1]) { return reason }
        guard !parts[0].isEmpty else { return .noHost }
        // Labels of other scripts are looked at as they are written; what no name can be made of is told by its sign.
        if let sign = parts[0].first(where: { !mayStandInName($0) }) { return .character(sign) }
        guard let host = WebHost.ascii(parts[0]) else { return .character(parts[0].first { !$0.isASCII } ?? "?") }
        var labels = host.split(separator: ".", omittingEmptySubsequences: false)
        // A dot at the end only says that the name is whole.
        if labels.count > 1, labels.last?.isEmpty ?? false { labels.removeLast() }
        if labels.contains(where: \.isEmpty) { return .emptyLabel }
        if labels.contains(where: { $0.utf8.count > 63 }) || host.utf8.count > 253 { return .tooLong }
        if labels.contains(where: { $0.hasPrefix("-") || $0.hasSuffix("-") }) { return .character("-") }
        return isWrongIPv4(labels) ? .numbers : nil
    }

    private static func wrongPort(_ text: Substring) -> Reason? {
        // RFC 3986, 3.2.3 allows a colon with nothing behind it.
        guard !text.isEmpty else { return nil }
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let port = Int(text), (1...65535).contains(port)
        else { return .port }
        return nil
    }

    /// A host whose last label is a number is an IPv4 address (URL standard, 3.5).
    private static func isWrongIPv4(_ labels: [Substring]) -> Bool {
        guard let last = labels.last, last.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
        var address = in_addr()
        return inet_pton(AF_INET, labels.joined(separator: "."), &address) != 1
    }

    private static func isFullWidth(_ character: Character) -> Bool {
        character.unicodeScalars.contains {
            (0xFF01...0xFF5E).contains($0.value) || [0x3002, 0xFF61].contains($0.value)
        }
    }

    /// Letters and digits of all scripts, hyphens, dots, and the underscore that some hosts have.
    private static func mayStandInName(_ character: Character) -> Bool {
        character.unicodeScalars.allSatisfy { scalar in
            guard !scalar.isASCII else {
                return "-._".unicodeScalars.contains(scalar) || scalar.properties.isAlphabetic
                    || ("0"..."9").contains(scalar)
            }
            switch scalar.properties.generalCategory {
            case .format, .control, .privateUse, .unassigned, .surrogate: return false
            default: return !scalar.properties.isWhitespace
            }
        }
    }

    // MARK: What is meant

    private static func proposal(for address: String, _ reason: Reason) -> String? {
        guard let colon = address.firstIndex(of: ":") else { return nil }
        let scheme = address[..<colon].lowercased()
        let rest = address[address.index(after: colon)...].drop { $0 == "/" }
        switch reason {
        case .slashes, .noHost: return "\(scheme)://\(rest)"
        case .doubledScheme:
            let second = rest.prefix { $0 != ":" && $0 != "/" }
            return "\(second.lowercased())://\(rest.dropFirst(second.count).drop { $0 == ":" || $0 == "/" })"
        case .fullWidth:
            guard let range = WebHost.authority(of: address) else { return nil }
            // What stands at the end belongs to the sentence around the address.
            let written = address[range]
            let end = written.lastIndex { !"。，；：！？、．｡）】》”’".contains($0) }.map { written.index(after: $0) }
            let host = String(written[..<(end ?? written.endIndex)]).replacing("。", with: ".").replacing("｡", with: ".")
            return address.replacingCharacters(
                in: range, with: host.applyingTransform(.fullwidthToHalfwidth, reverse: false) ?? host)
        case .emptyLabel:
            guard let range = WebHost.authority(of: address) else { return nil }
            return address.replacingCharacters(
                in: range, with: address[range].split(separator: ".").joined(separator: "."))
        case .end:
            guard let range = WebHost.authority(of: address) else { return nil }
            var rest = address[range.upperBound...]
            while let (_, before) = end(of: rest) { rest = before }
            return String(address[..<rest.endIndex])
        case .space, .brackets, .port, .tooLong, .character, .numbers: return nil
        }
    }

    private static func holdsDottedHost(_ address: String) -> Bool {
        WebHost.authority(of: address).map { address[$0].contains(".") } ?? false
    }
}
