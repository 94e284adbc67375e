/// Sizes of files as people read them, in powers of 1,000 as file managers of phones and browsers write them.
package enum ByteCount {
    /// 800 B, 12 KB, 3.4 MB.
    package static func words(_ bytes: Int) -> String {
        if bytes < 1000 { return "\(bytes) B" }
        if bytes < 999_500 { return "\((bytes + 500) / 1000) KB" }
        let tenths = (bytes + 50_000) / 100_000
        return "\(tenths / 10).\(tenths % 10) MB"
    }
}
