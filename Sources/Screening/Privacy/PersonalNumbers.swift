import Diagnostics
import Rules
import Values

/// Tells numbers of persons from other numbers.
enum PersonalNumbers {
    enum Kind {
        case mobile, identity, bankCard, telephone
        /// Eleven digits with a space behind each: a mobile number unless a word says that they are scores.
        case spacedMobile
        /// A mobile number in groups that nobody usually makes: one where a word says so.
        case labelledMobile
        /// As long as a bank card's, without its check digit: one where a word says so.
        case labelledBankCard
        /// Five to eleven digits: an account where the word QQ stands before it.
        case account
        /// Fifteen digits as identity cards had them before 1999, or eighteen whose check digit is another: one where a word says so.
        case labelledIdentity
        /// A number without an area code, or with one in groups: a telephone's where a word says so.
        case localTelephone

        var rule: Rule {
            switch self {
            case .mobile, .spacedMobile, .labelledMobile: .mobileNumber
            case .identity, .labelledIdentity: .identityNumber
            case .bankCard, .labelledBankCard: .bankCard
            case .telephone, .localTelephone: .telephoneNumber
            case .account: .messengerAccount
            }
        }
    }

    struct Match {
        let kind: Kind
        let groups: Range<Int>
        let bytes: Range<Int>
    }

    /// The numbers among groups of digits; each group is part of one at most.
    ///
    /// - Parameter checkLetter: the length of an X behind the groups, in bytes; 0 where there is none.
    static func matches(in groups: DigitGroups, checkLetter: Int) -> [Match] {
        let all = groups.groups
        var matches: [Match] = []
        var index = 0
        while index < all.count {
            guard let match = match(in: all, from: index, checkLetter: checkLetter) else {
                index += 1
                continue
            }
            matches.append(match)
            index = match.groups.upperBound
        }
        return matches
    }

    /// The longest number that begins with a group.
    private static func match(in all: [DigitGroups.Group], from index: Int, checkLetter: Int) -> Match? {
        // An identity number may be written with a space behind every digit; no other number is.
        let longest = min(all.count, index + (all[index].digits.count == 1 ? 18 : 5))
        for end in stride(from: longest, to: index, by: -1) {
            // Closures: a key path of two steps is walked anew for every group.
            let digits = all[index..<end].flatMap { $0.digits }
            let lengths = all[index..<end].map { $0.digits.count }
            let letter = end == all.count && digits.count == 17 ? checkLetter : 0
            let isWhole = index == 0 && end == all.count
            guard let kind = kind(of: digits, lengths: lengths, hasCheckLetter: letter > 0, isWhole: isWhole) else {
                continue
            }
            let isIdentity = kind == .identity || kind == .labelledIdentity
            let bytes = all[index].bytes.lowerBound..<all[end - 1].bytes.upperBound + (isIdentity ? letter : 0)
            return Match(kind: kind, groups: index..<end, bytes: bytes)
        }
        return nil
    }

    /// What digits are in groups of some lengths; `nil` for nobody's number.
    ///
    /// - Parameter isWhole: whether no group stands before or behind them.
    private static func kind(of digits: [UInt8], lengths: [Int], hasCheckLetter: Bool, isWhole: Bool) -> Kind? {
        if isIdentity(digits, hasCheckLetter: hasCheckLetter) { return .identity }
        // Longer rows of digits are scores.
        if isWhole, digits.count == 11, lengths.count == 11, hasMobileBeginning(digits) { return .spacedMobile }
        guard lengths.count <= 5 else { return nil }
        if isMobile(digits, lengths: lengths) { return .mobile }
        if isTelephone(digits, lengths: lengths) { return .telephone }
        if isBankCard(digits, lengths: lengths) { return .bankCard }
        if isOldIdentity(digits, lengths: lengths) || mayBeIdentity(digits, hasCheckLetter: hasCheckLetter) {
            return .labelledIdentity
        }
        if mayBeBankCard(digits, lengths: lengths) { return .labelledBankCard }
        if isLocalTelephone(digits, lengths: lengths) { return .localTelephone }
        if digits.count == 11, isWhole, lengths.count > 1, hasMobileBeginning(digits) { return .labelledMobile }
        return lengths.count == 1 && (5...11).contains(digits.count) && digits[0] != 0 ? .account : nil
    }

    /// Eleven digits that begin with 13 to 19, with the country's code or without, whole or in the usual groups. Not
    /// only the blocks that are assigned today: new ones come every year.
    private static func isMobile(_ digits: [UInt8], lengths: [Int]) -> Bool {
        var digits = digits[...]
        var lengths = lengths[...]
        if digits.starts(with: [0, 0, 8, 6]) {
            digits = digits.dropFirst(4)
            lengths[lengths.startIndex] -= 4
        } else if digits.starts(with: [8, 6]), digits.count == 13 {
            digits = digits.dropFirst(2)
            lengths[lengths.startIndex] -= 2
        }
        if lengths.first == 0 { lengths = lengths.dropFirst() }
        guard digits.count == 11, hasMobileBeginning(Array(digits)) else { return false }
        return [[11], [3, 8], [3, 4, 4], [7, 4], [4, 4, 3], [5, 6], [3, 4, 2, 2]].contains { lengths.elementsEqual($0) }
    }

    private static func hasMobileBeginning(_ digits: [UInt8]) -> Bool { digits[0] == 1 && digits[1] >= 3 }

    /// GB 11643-1999: region, day of birth, sequence, check digit by ISO 7064 MOD 11-2, in whatever groups.
    private static func isIdentity(_ digits: [UInt8], hasCheckLetter: Bool) -> Bool {
        let check: Int
        switch digits.count {
        case 18: check = Int(digits[17])
        case 17 where hasCheckLetter: check = 10
        default: return false
        }
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(digits, weights).reduce(0) { $0 + Int($1.0) * $1.1 }
        return (12 - sum % 11) % 11 == check && mayBeIdentity(digits, hasCheckLetter: hasCheckLetter)
    }

    /// An identity number but for its check digit, as a slip or a made-up one has it.
    private static func mayBeIdentity(_ digits: [UInt8], hasCheckLetter: Bool) -> Bool {
        guard digits.count == 18 || digits.count == 17 && hasCheckLetter else { return false }
        let number = { (range: Range<Int>) in digits[range].reduce(0) { $0 * 10 + Int($1) } }
        // The standard's own example was born in 1880. From 1801 to 1899 leap years fall as two centuries later.
        let year = number(6..<10) + (number(6..<10) < 1900 ? 200 : 0)
        guard number(6..<10) > 1800, CalendarDate(year: year, month: number(10..<12), day: number(12..<14)) != nil
        else { return false }
        // Residence permits of Hong Kong, Macao and Taiwan begin with 81 to 83.
        return Province.all.contains { $0.code == "\(number(0..<2))" } || number(0..<2) == 83
    }

    /// GB 11643-1989: region, day of birth with two digits of the year, sequence. Without a check digit it could be many
    /// things.
    private static func isOldIdentity(_ digits: [UInt8], lengths: [Int]) -> Bool {
        guard digits.count == 15, lengths.count == 1 || lengths == [6, 6, 3] else { return false }
        let number = { (range: Range<Int>) in digits[range].reduce(0) { $0 * 10 + Int($1) } }
        return CalendarDate(year: 1900 + number(6..<8), month: number(8..<10), day: number(10..<12)) != nil
            && Province.all.contains { $0.code == "\(number(0..<2))" }
    }

    /// Seven or eight digits as exchanges number them, alone or in two groups, or an area code and a number in two groups.
    private static func isLocalTelephone(_ digits: [UInt8], lengths: [Int]) -> Bool {
        switch lengths {
        case [7], [8], [4, 4], [3, 4]: (2...8).contains(digits[0])
        case [3, 4, 4], [4, 4, 4], [4, 3, 4]: digits[0] == 0
        default: false
        }
    }

    /// ISO/IEC 7812: 13 to 19 digits with Luhn's check digit, of the networks that are in use in China.
    private static func isBankCard(_ digits: [UInt8], lengths: [Int]) -> Bool {
        guard (13...19).contains(digits.count), digits.starts(with: [6, 2]) || digits[0] == 4 || digits[0] == 5,
            hasGroupsOfCards(lengths)
        else { return false }
        let sum = digits.reversed().enumerated().reduce(0) { sum, element in
            let doubled = Int(element.element) * (element.offset % 2 == 0 ? 1 : 2)
            return sum + doubled / 10 + doubled % 10
        }
        return sum % 10 == 0
    }

    /// As many digits as cards of banks in China have, in their groups.
    private static func mayBeBankCard(_ digits: [UInt8], lengths: [Int]) -> Bool {
        (16...19).contains(digits.count) && digits[0] != 0
            && (hasGroupsOfCards(lengths) || lengths == [6, digits.count - 6])
    }

    private static func hasGroupsOfCards(_ lengths: [Int]) -> Bool {
        lengths.count == 1 || lengths.dropLast().allSatisfy { $0 == 4 }
    }

    /// Whether digits are an area code of China: 010, 02x, or four digits that begin with 03 to 09.
    private static func isAreaCode(_ digits: ArraySlice<UInt8>) -> Bool {
        let code = Array(digits)
        switch code.count {
        case 3: return code.starts(with: [0, 2]) || code == [0, 1, 0]
        case 4: return code[0] == 0 && code[1] >= 3
        default: return false
        }
    }

    /// An area code and a number of seven or eight digits, or a service number that begins with 400 or 800.
    private static func isTelephone(_ digits: [UInt8], lengths: [Int]) -> Bool {
        if lengths.count == 2, digits[0] == 0, (3...4).contains(lengths[0]), (7...8).contains(lengths[1]) {
            return true
        }
        // 0571-8800-1234: the number in two groups.
        if [[3, 4, 4], [4, 4, 4], [4, 3, 4]].contains(lengths), isAreaCode(digits[..<lengths[0]]),
            (2...8).contains(digits[lengths[0]])
        {
            return true
        }
        // With the country's code.
        if lengths.count == 3, digits.starts(with: [8, 6]), lengths[0] == 2, (2...4).contains(lengths[1]),
            (7...8).contains(lengths[2])
        {
            return true
        }
        let isService = digits.starts(with: [4, 0, 0]) || digits.starts(with: [8, 0, 0])
        return isService && digits.count == 10
            && (lengths == [10] || lengths == [3, 3, 4] || lengths == [3, 4, 3] || lengths == [3, 7])
    }
}
