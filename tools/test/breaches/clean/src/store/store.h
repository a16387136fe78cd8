#pragma once

// The door of store.
