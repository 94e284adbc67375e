/// How a set of documents is written: as a part of a set that the reader knows already.
///
/// A number first, `count * 4 + kind`; then, by kind:
/// - 1: `count` gaps between the members' places in the larger set;
/// - 2: `count` numbers of 30 bits each, one bit for each element of the larger set, the lowest first;
/// - 3: `count` gaps between the places of those that are no members.
///
/// The shortest is taken. A set that is the whole larger set is the number 3.
enum SubsetEncoding {
    enum Kind: Int {
        case members = 1
        case bits = 2
        case absentees = 3
    }

    static let bitsPerNumber = 30

    /// - Parameters:
    ///   - places: the members' places in the larger set, ascending.
    ///   - universe: the size of the larger set.
    static func append(places: some RandomAccessCollection<UInt32>, universe: Int, to list: inout NumberList) {
        let words = (universe + bitsPerNumber - 1) / bitsPerNumber
        // Nine to ten digits and a comma; a gap takes at least two bytes, so that the longer kinds need not be measured.
        let bitBytes = words * 10
        let absentCount = universe - places.count
        let memberBytes = places.count * 2 <= bitBytes ? gapBytes(places) : .max
        let absent = absentCount * 2 <= bitBytes ? absentees(places, universe: universe) : nil
        let absentBytes = absent.map { gapBytes($0) } ?? .max
        if let absent, absentBytes <= min(memberBytes, bitBytes) {
            appendGaps(absent, as: .absentees, to: &list)
        } else if memberBytes <= bitBytes {
            appendGaps(places, as: .members, to: &list)
        } else {
            list.append(words << 2 | Kind.bits.rawValue)
            var bitmap = [Int](repeating: 0, count: words)
            for place in places { bitmap[Int(place) / bitsPerNumber] |= 1 << (Int(place) % bitsPerNumber) }
            for word in bitmap { list.append(word) }
        }
    }

    private static func absentees(_ places: some RandomAccessCollection<UInt32>, universe: Int) -> [UInt32] {
        var absent: [UInt32] = []
        absent.reserveCapacity(universe - places.count)
        var next: UInt32 = 0
        for place in places {
            while next < place {
                absent.append(next)
                next += 1
            }
            next = place + 1
        }
        while next < universe {
            absent.append(next)
            next += 1
        }
        return absent
    }

    private static func gapBytes(_ places: some Sequence<UInt32>) -> Int {
        var bytes = 0
        var next: UInt32 = 0
        for place in places {
            bytes += NumberList.size(of: Int(place - next))
            next = place + 1
        }
        return bytes
    }

    private static func appendGaps(
        _ places: some RandomAccessCollection<UInt32>, as kind: Kind, to list: inout NumberList
    ) {
        list.append(places.count << 2 | kind.rawValue)
        var next: UInt32 = 0
        for place in places {
            list.append(Int(place - next))
            next = place + 1
        }
    }
}
