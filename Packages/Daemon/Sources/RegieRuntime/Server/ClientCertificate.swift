// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import NIOCore
import NIOSSL
import SwiftASN1
import X509

/// Reads whom a certificate was given to.
enum ClientCertificate {
    /// X.520 `serialNumber`.
    private static let serialNumber: ASN1ObjectIdentifier = [2, 5, 4, 5]

    /// The certificate that the other side of a connection showed and that was verified against the CA; nil on a
    /// connection without TLS.
    static func peer(of channel: any Channel) async throws -> NIOSSLCertificate? {
        do {
            return try await channel.nioSSL_peerCertificate().get()
        } catch is ChannelPipelineError {
            return nil
        }
    }

    /// The OIN in the `serialNumber` of the subject, where PKIoverheid puts it; nil when there is none.
    static func oin(of certificate: NIOSSLCertificate) throws -> OIN? {
        let parsed = try Certificate(derEncoded: try certificate.toDERBytes())
        for name in parsed.subject {
            for attribute in name where attribute.type == serialNumber {
                return OIN(attribute.value.description)
            }
        }
        return nil
    }
}
