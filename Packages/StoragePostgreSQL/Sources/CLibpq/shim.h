// SPDX-License-Identifier: EUPL-1.2
// The header stands in another folder on each system; pkg-config says which.
#include <libpq-fe.h>
