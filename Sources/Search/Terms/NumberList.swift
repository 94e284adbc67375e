/// Numbers as they stand between the brackets of a JSON array.
struct NumberList: Sendable {
    private(set) var text: [UInt8] = []

    /// - Parameter number: at least 0.
    mutating func append(_ number: Int) {
        if !text.isEmpty { text.append(UInt8(ascii: ",")) }
        var divisor = 1
        while divisor <= number / 10 { divisor *= 10 }
        while divisor > 0 {
            text.append(UInt8(ascii: "0") + UInt8(number / divisor % 10))
            divisor /= 10
        }
    }

    /// How many digits a number has, and one for its comma.
    static func size(of number: Int) -> Int {
        var size = 2
        var rest = number / 10
        while rest > 0 {
            size += 1
            rest /= 10
        }
        return size
    }
}
